import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from '@/i18n/en';
import { recall, remember } from '@/lib/storage';

export const languages = { en: 'English', 'zh-CN': '简体中文' } as const;
export type Language = keyof typeof languages;

const KEY = 'parley.language';

export const isLanguage = (value: string | undefined): value is Language => value !== undefined && value in languages;

/** The choice that was made, else the first language of the browser that we speak. */
export function preferredLanguage(): Language {
  const kept = recall(KEY);
  if (isLanguage(kept)) {
    return kept;
  }
  const spoken = navigator.languages.find((tag) => /^(zh|en)\b/i.test(tag));
  return spoken?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

export async function chooseLanguage(language: Language): Promise<void> {
  remember(KEY, language);
  await load(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** English is built in as the last resort; another language is fetched before the first word is shown. */
async function load(language: Language): Promise<void> {
  if (language === 'zh-CN' && !i18next.hasResourceBundle('zh-CN', 'translation')) {
    const { zh } = await import('@/i18n/zh');
    i18next.addResourceBundle('zh-CN', 'translation', zh);
  }
}

export async function startTranslations(language = preferredLanguage()): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: { en: { translation: en } },
    lng: 'en',
    fallbackLng: 'en',
    interpolation: { escapeValue: false }, // React escapes.
    returnNull: false,
  });
  await load(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
