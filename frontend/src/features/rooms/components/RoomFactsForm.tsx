import { Box, Button, chakra, Flex } from '@chakra-ui/react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { JoinPolicy, Room } from '@/api/wire';
import { PictureButtons } from '@/components/media/PictureButtons';
import { ErrorNote } from '@/components/ui/ErrorNote';
import { Section } from '@/components/ui/Section';
import { SelectField } from '@/components/ui/SelectField';
import { TextField } from '@/components/ui/TextField';
import { ROOM_NAME_MAX, TOPIC_MAX } from '@/config/limits';
import { useChangeRoomMutation } from '@/features/rooms/api';

/** Name, topic and who may join: to read for everybody, to change for those who manage the room. */
export function RoomFactsForm({ room, editable }: { room: Room; editable: boolean }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const [name, setName] = useState(room.name);
  const [topic, setTopic] = useState(room.topic ?? '');
  const [joinPolicy, setJoinPolicy] = useState<JoinPolicy>(room.joinPolicy);
  const [change, { isLoading, error, reset }] = useChangeRoomMutation();

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const answer = await change({
      id: room.id,
      ...(name.trim() !== room.name && { name: name.trim() }),
      ...(topic.trim() !== (room.topic ?? '') && { topic: topic.trim() }),
      ...(joinPolicy !== room.joinPolicy && { joinPolicy }),
    });
    if (!answer.error) {
      setEditing(false);
    }
  };
  const cancel = () => {
    setName(room.name);
    setTopic(room.topic ?? '');
    setJoinPolicy(room.joinPolicy);
    reset();
    setEditing(false);
  };

  if (!editing) {
    return (
      <Section
        title={t('rooms.topic')}
        action={
          editable && (
            <Button size="xs" variant="ghost" onClick={() => setEditing(true)} data-testid="room-edit">
              {t('common.edit')}
            </Button>
          )
        }
      >
        <Box color={room.topic ? 'fg' : 'fg.muted'} overflowWrap="anywhere" whiteSpace="pre-wrap" dir="auto">
          {room.topic ?? t('rooms.noTopic')}
        </Box>
      </Section>
    );
  }
  return (
    <Section title={t('rooms.edit')}>
      <chakra.form onSubmit={save}>
        <Flex direction="column" gap="3">
          <TextField
            label={t('rooms.name')}
            value={name}
            onChange={setName}
            maxLength={ROOM_NAME_MAX}
            data-testid="room-edit-name"
          />
          <TextField label={t('rooms.topic')} value={topic} onChange={setTopic} maxLength={TOPIC_MAX} lines={3} />
          <SelectField
            label={t('rooms.joinPolicy.label')}
            value={joinPolicy}
            onChange={setJoinPolicy}
            options={[
              { value: 'invite', label: t('rooms.joinPolicy.invite') },
              { value: 'open', label: t('rooms.joinPolicy.open') },
            ]}
          />
          <PictureButtons present={room.image !== undefined} onPicture={(image) => change({ id: room.id, image })} />
          <ErrorNote error={error} />
          <Flex gap="2">
            <Button
              type="submit"
              colorPalette="accent"
              loading={isLoading}
              disabled={name.trim() === ''}
              data-testid="room-edit-save"
            >
              {t('common.save')}
            </Button>
            <Button variant="outline" onClick={cancel}>
              {t('common.cancel')}
            </Button>
          </Flex>
        </Flex>
      </chakra.form>
    </Section>
  );
}
