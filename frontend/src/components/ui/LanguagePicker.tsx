import { useTranslation } from 'react-i18next';
import { SelectField } from '@/components/ui/SelectField';
import { chooseLanguage, languages, type Language } from '@/i18n/setup';

/** Each language is called by its own name: who needs it can read it. */
export function LanguagePicker({ compact, onChosen }: { compact?: boolean; onChosen?: (language: Language) => void }) {
  const { t, i18n } = useTranslation();
  return (
    <SelectField<Language>
      hideLabel={compact}
      label={t('settings.language')}
      value={i18n.language as Language}
      onChange={(language) => {
        void chooseLanguage(language);
        onChosen?.(language);
      }}
      options={Object.entries(languages).map(([value, label]) => ({ value: value as Language, label }))}
    />
  );
}
