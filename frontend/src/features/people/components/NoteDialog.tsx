import { Button, chakra } from '@chakra-ui/react';
import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf } from '@/api/users';
import type { User } from '@/api/wire';
import { ErrorNote } from '@/components/ui/ErrorNote';
import { Modal } from '@/components/ui/Modal';
import { TextField } from '@/components/ui/TextField';
import { FRIEND_NOTE_MAX } from '@/config/limits';
import { useBefriendMutation } from '@/features/people/api';

/** A friend request with a few words, so that the other one knows who asks. */
export function NoteDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation();
  const form = useId();
  const [note, setNote] = useState('');
  const [befriend, { isLoading, error }] = useBefriendMutation();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const answer = await befriend({ userId: user.id, ...(note.trim() !== '' && { note: note.trim() }) });
    if (!answer.error) {
      onClose();
    }
  };
  return (
    <Modal
      title={t('people.note.title', { name: nameOf(user) })}
      onClose={onClose}
      footer={
        <>
          <Button variant="outline" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" form={form} colorPalette="accent" loading={isLoading} data-testid="note-send">
            {t('people.note.send')}
          </Button>
        </>
      }
    >
      <chakra.form id={form} onSubmit={submit}>
        <TextField
          label={t('people.note.label')}
          value={note}
          onChange={setNote}
          maxLength={FRIEND_NOTE_MAX}
          lines={3}
          data-testid="note-text"
        />
        <ErrorNote error={error} />
      </chakra.form>
    </Modal>
  );
}
