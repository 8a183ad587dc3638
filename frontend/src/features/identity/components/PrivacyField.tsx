import { useTranslation } from 'react-i18next';
import type { Account } from '@/api/wire';
import { ErrorNote } from '@/components/ui/ErrorNote';
import { SelectField } from '@/components/ui/SelectField';
import { useChangeMeMutation } from '@/features/identity/api';

/** Whether others are told when one was here last. */
export function PrivacyField({ me }: { me: Account }) {
  const { t } = useTranslation();
  const [change, { isLoading, error }] = useChangeMeMutation();
  return (
    <>
      <SelectField<'shown' | 'hidden'>
        label={t('privacy.lastSeen.label')}
        value={me.hideLastSeen ? 'hidden' : 'shown'}
        disabled={isLoading}
        onChange={(value) => void change({ hideLastSeen: value === 'hidden' })}
        options={[
          { value: 'shown', label: t('privacy.lastSeen.shown') },
          { value: 'hidden', label: t('privacy.lastSeen.hidden') },
        ]}
      />
      <ErrorNote error={error} />
    </>
  );
}
