import { useTranslation } from 'react-i18next';
import { SelectField } from '@/components/ui/SelectField';
import { prefer, preferences, usePreference, type Choice, type Preference } from '@/lib/preferences';

/** One habit, with its choices. */
export function PreferenceField({ name }: { name: Exclude<Preference, 'notifications'> }) {
  const { t } = useTranslation();
  const value = usePreference(name);
  const choices: readonly Choice<Preference>[] = preferences[name];
  return (
    <SelectField<Choice<Preference>>
      label={t(`settings.${name}.label`)}
      value={value}
      onChange={(choice) => prefer(name, choice)}
      options={choices.map((choice) => ({
        value: choice,
        label: t(`settings.${name}.${choice}` as 'settings.sendKey.enter'),
      }))}
    />
  );
}
