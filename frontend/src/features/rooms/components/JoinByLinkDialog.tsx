import { Button, chakra } from '@chakra-ui/react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Modal } from '@/components/ui/Modal';
import { TextField } from '@/components/ui/TextField';

interface JoinByLinkDialogProps {
  onCode: (code: string) => void;
  onClose: () => void;
}

/** The code out of a whole link, or the code itself. */
export function invitationCode(text: string): string | undefined {
  const code = /(?:^|\/invite\/)([A-Za-z0-9_-]{4,})\/?$/.exec(text.trim())?.[1];
  return code;
}

export function JoinByLinkDialog({ onCode, onClose }: JoinByLinkDialogProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const code = invitationCode(text);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (code) {
      onCode(code);
    }
  };

  return (
    <Modal
      title={t('invite.enter.title')}
      onClose={onClose}
      footer={
        <Button type="submit" form="join-by-link" colorPalette="accent" disabled={text.trim() === ''}>
          {t('invite.enter.submit')}
        </Button>
      }
    >
      <chakra.form id="join-by-link" onSubmit={submit}>
        <TextField
          label={t('invite.enter.label')}
          placeholder={`${location.origin}/invite/…`}
          value={text}
          onChange={setText}
          autoComplete="off"
          error={tried && !code ? t('invite.enter.bad') : undefined}
        />
      </chakra.form>
    </Modal>
  );
}
