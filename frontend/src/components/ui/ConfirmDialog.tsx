import { Box, Button } from '@chakra-ui/react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '@/components/ui/ErrorNote';
import { Modal } from '@/components/ui/Modal';

interface ConfirmDialogProps {
  title: string;
  children: ReactNode;
  action: string;
  /** It can be undone, or destroys nothing. */
  harmless?: boolean;
  /** Throws (or rejects with) a problem when it did not work: the dialog stays and says so. */
  onConfirm: () => Promise<unknown> | undefined;
  onClose: () => void;
}

/** Asked before something that cannot be undone, or that many people notice. */
export function ConfirmDialog({ title, children, action, harmless, onConfirm, onClose }: ConfirmDialogProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  const confirm = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await onConfirm();
      onClose();
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  };

  return (
    <Modal
      alert
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button variant="outline" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button colorPalette={harmless ? 'accent' : 'danger'} loading={busy} onClick={confirm} data-testid="confirm">
            {action}
          </Button>
        </>
      }
    >
      <Box color="fg.muted" mb="2" overflowWrap="anywhere">
        {children}
      </Box>
      <ErrorNote error={error} />
    </Modal>
  );
}
