import { Box, Button } from '@chakra-ui/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { nameOf } from '@/api/users';
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

  // The server names those who are banned, or kept apart from us, by their place in the list.
  const refused = (error ? asProblem(error).fields : []).flatMap(
    ({ pointer }) => people[Number(/^\/userIds\/(\d+)$/.exec(pointer)?.[1] ?? -1)] ?? [],
  );

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
      {refused.length > 0 ? (
        <Box role="alert" color="fg.error" textStyle="sm" mt="2">
          {t('bans.cannotAdd', { names: refused.map(nameOf).join(', ') })}
        </Box>
      ) : (
        <ErrorNote error={error} />
      )}
    </Modal>
  );
}
