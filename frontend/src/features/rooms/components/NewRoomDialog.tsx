import { Box, Button, chakra, Flex } from '@chakra-ui/react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { JoinPolicy, Room, User } from '@/api/wire';
import { PeoplePicker } from '@/components/people/PeoplePicker';
import { ErrorNote } from '@/components/ui/ErrorNote';
import { Modal } from '@/components/ui/Modal';
import { SelectField } from '@/components/ui/SelectField';
import { TextField } from '@/components/ui/TextField';
import { ROOM_NAME_MAX } from '@/config/limits';
import { useCreateRoomMutation } from '@/features/rooms/api';

interface NewRoomDialogProps {
  myId: string;
  suggestions: User[];
  onCreated: (room: Room) => void;
  onClose: () => void;
}

export function NewRoomDialog({ myId, suggestions, onCreated, onClose }: NewRoomDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [joinPolicy, setJoinPolicy] = useState<JoinPolicy>('invite');
  const [people, setPeople] = useState<User[]>([]);
  const [create, { isLoading, error }] = useCreateRoomMutation();

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const answer = await create({ name: name.trim(), joinPolicy, memberIds: people.map(({ id }) => id) });
    if (answer.data) {
      onCreated(answer.data);
    }
  };

  return (
    <Modal
      title={t('rooms.new.title')}
      onClose={onClose}
      footer={
        <>
          <Button variant="outline" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            type="submit"
            form="new-room"
            colorPalette="accent"
            loading={isLoading}
            disabled={name.trim() === ''}
            data-testid="new-room-submit"
          >
            {t('rooms.new.submit')}
          </Button>
        </>
      }
    >
      <chakra.form id="new-room" onSubmit={submit}>
        <Flex direction="column" gap="4">
          <TextField
            label={t('rooms.name')}
            placeholder={t('rooms.new.namePlaceholder')}
            value={name}
            onChange={setName}
            maxLength={ROOM_NAME_MAX}
            autoComplete="off"
            data-testid="new-room-name"
          />
          <SelectField
            label={t('rooms.joinPolicy.label')}
            value={joinPolicy}
            onChange={setJoinPolicy}
            options={[
              { value: 'invite', label: t('rooms.joinPolicy.invite') },
              { value: 'open', label: t('rooms.joinPolicy.open') },
            ]}
          />
          <Box>
            <Box textStyle="sm" fontWeight="medium" mb="1.5">
              {t('rooms.new.people')}
            </Box>
            <PeoplePicker picked={people} onChange={setPeople} suggestions={suggestions} without={[myId]} />
          </Box>
          <ErrorNote error={error} />
        </Flex>
      </chakra.form>
    </Modal>
  );
}
