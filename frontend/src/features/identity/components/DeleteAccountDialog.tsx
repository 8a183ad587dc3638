import { Box, Button, chakra } from '@chakra-ui/react';
import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { ErrorNote } from '@/components/ui/ErrorNote';
import { Modal } from '@/components/ui/Modal';
import { TextField } from '@/components/ui/TextField';
import { fieldText } from '@/i18n/problemText';
import { useDeleteAccountMutation } from '@/features/identity/api';

interface DeleteAccountDialogProps {
  onDeleted: () => void;
  onClose: () => void;
}

/** Asked with the password, because there is no way back. */
export function DeleteAccountDialog({ onDeleted, onClose }: DeleteAccountDialogProps) {
  const { t } = useTranslation();
  const form = useId();
  const [currentPassword, setCurrentPassword] = useState('');
  const [remove, { isLoading, error }] = useDeleteAccountMutation();
  const wrong = error && fieldText(asProblem(error), 'currentPassword');

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const answer = await remove({ currentPassword });
    if (!answer.error) {
      onDeleted();
    }
  };

  return (
    <Modal
      alert
      title={t('myData.delete.title')}
      onClose={onClose}
      footer={
        <>
          <Button variant="outline" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            type="submit"
            form={form}
            colorPalette="danger"
            loading={isLoading}
            disabled={currentPassword === ''}
            data-testid="confirm"
          >
            {t('myData.delete.action')}
          </Button>
        </>
      }
    >
      <chakra.form id={form} onSubmit={submit}>
        <Box color="fg.muted" mb="4">
          {t('myData.delete.text')}
        </Box>
        <TextField
          label={t('settings.currentPassword')}
          type="password"
          value={currentPassword}
          onChange={setCurrentPassword}
          autoComplete="current-password"
          error={wrong}
        />
        {!wrong && <ErrorNote error={error} />}
      </chakra.form>
    </Modal>
  );
}
