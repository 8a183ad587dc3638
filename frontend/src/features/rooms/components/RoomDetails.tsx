import { Box, Button, Flex } from '@chakra-ui/react';
import { LogOut, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room, User } from '@/api/wire';
import { Avatar } from '@/components/ui/Avatar';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { IconButton } from '@/components/ui/IconButton';
import { Section } from '@/components/ui/Section';
import { useDeleteRoomMutation, useLeaveRoomMutation } from '@/features/rooms/api';
import { Bans } from '@/features/rooms/components/Bans';
import { Invitations } from '@/features/rooms/components/Invitations';
import { MemberList } from '@/features/rooms/components/MemberList';
import { NotifyChoice } from '@/features/rooms/components/NotifyChoice';
import { RoomExport } from '@/features/rooms/components/RoomExport';
import { RoomFactsForm } from '@/features/rooms/components/RoomFactsForm';
import { RoomRules } from '@/features/rooms/components/RoomRules';
import { mayManage } from '@/features/rooms/members';

interface RoomDetailsProps {
  room: Room;
  title: string;
  myId: string;
  /** Offered when people are added. */
  friends: User[];
  onProfile: (userId: string) => void;
  onClose: () => void;
  /** The room is not ours any more. */
  onGone: () => void;
}

/** Everything about a room that is not its conversation. */
export function RoomDetails({ room, title, myId, friends, onProfile, onClose, onGone }: RoomDetailsProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<'leave' | 'delete'>();
  const [leave] = useLeaveRoomMutation();
  const [remove] = useDeleteRoomMutation();
  const manages = mayManage(room.role);
  const gone = (work: Promise<unknown>) => work.then(onGone);

  return (
    <Flex direction="column" h="full" minH="0" data-pane="details">
      <Flex align="center" justify="space-between" h="14" ps="4" pe="3" borderBottomWidth="1px" flexShrink={0}>
        <Box as="h2" fontWeight="semibold">
          {t('rooms.details')}
        </Box>
        <IconButton label={t('rooms.hideDetails')} onClick={onClose}>
          <X />
        </IconButton>
      </Flex>
      <Box flex="1" overflowY="auto" px="4" pb="6">
        <Flex direction="column" align="center" textAlign="center" gap="2" pt="6" pb="4">
          <Avatar id={room.id} name={title} image={room.image} size={64} square />
          <Box textStyle="lg" fontWeight="bold" overflowWrap="anywhere" maxW="full">
            {title}
          </Box>
          <Box textStyle="sm" color="fg.muted">
            {t('rooms.memberCount', { count: room.memberCount })} ·{' '}
            {room.joinPolicy === 'open' ? t('rooms.joinPolicy.openShort') : t('rooms.joinPolicy.inviteShort')}
          </Box>
        </Flex>
        <RoomFactsForm key={`${room.name}/${room.topic ?? ''}/${room.joinPolicy}`} room={room} editable={manages} />
        <NotifyChoice room={room} />
        <RoomRules room={room} manages={manages} />
        <MemberList room={room} myId={myId} friends={friends} onProfile={onProfile} />
        {manages && <Invitations roomId={room.id} />}
        {manages && <Bans roomId={room.id} />}
        {room.role === 'creator' && <RoomExport roomId={room.id} />}
        <Section title={t('rooms.leaving')}>
          <Flex direction="column" gap="2" align="stretch">
            {room.role !== 'creator' && (
              <Button
                variant="outline"
                colorPalette="danger"
                onClick={() => setAsking('leave')}
                data-testid="room-leave"
              >
                <LogOut className="mirror" /> {t('rooms.leave.action')}
              </Button>
            )}
            {room.role === 'creator' && (
              <>
                <Box textStyle="sm" color="fg.muted">
                  {t('rooms.leave.creatorHint')}
                </Box>
                <Button
                  variant="outline"
                  colorPalette="danger"
                  onClick={() => setAsking('delete')}
                  data-testid="room-delete"
                >
                  <Trash2 /> {t('rooms.delete.action')}
                </Button>
              </>
            )}
          </Flex>
        </Section>
      </Box>
      {asking === 'leave' && (
        <ConfirmDialog
          title={t('rooms.leave.title', { name: title })}
          action={t('rooms.leave.action')}
          onConfirm={() => gone(leave(room.id).unwrap())}
          onClose={() => setAsking(undefined)}
        >
          {room.joinPolicy === 'open' ? t('rooms.leave.textOpen') : t('rooms.leave.text')}
        </ConfirmDialog>
      )}
      {asking === 'delete' && (
        <ConfirmDialog
          title={t('rooms.delete.title', { name: title })}
          action={t('rooms.delete.action')}
          onConfirm={() => gone(remove(room.id).unwrap())}
          onClose={() => setAsking(undefined)}
        >
          {t('rooms.delete.text')}
        </ConfirmDialog>
      )}
    </Flex>
  );
}
