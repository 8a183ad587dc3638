import { Button } from '@chakra-ui/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '@/api/wire';
import { PeoplePicker } from '@/components/people/PeoplePicker';
import { ErrorNote } from '@/components/ui/ErrorNote';
import { Modal } from '@/components/ui/Modal';
import { useAddMembersMutation } from '@/features/rooms/api';

interface AddPeopleDialogProps {
  roomId: string;
  without: string[];
  suggestions: User[];
  onClose: () => void;
}

export function AddPeopleDialog({ roomId, without, suggestions, onClose }: AddPeopleDialogProps) {
  const { t } = useTranslation();
  const [people, setPeople] = useState<User[]>([]);
  const [add, { isLoading, error }] = useAddMembersMutation();

  const submit = async () => {
    const answer = await add({ roomId, userIds: people.map(({ id }) => id) });
    if (!answer.error) {
      onClose();
    }
  };

  return (
    <Modal
      title={t('rooms.addPeople')}
      onClose={onClose}
      footer={
        <>
          <Button variant="outline" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            colorPalette="accent"
            loading={isLoading}
            disabled={people.length === 0}
            onClick={submit}
            data-testid="add-people-submit"
          >
            {t('rooms.addCount', { count: people.length })}
          </Button>
        </>
      }
    >
      <PeoplePicker picked={people} onChange={setPeople} suggestions={suggestions} without={without} />
      <ErrorNote error={error} />
    </Modal>
  );
}
