import { Ban, Crown, MoreHorizontal, ShieldCheck, ShieldOff, UserMinus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf } from '@/api/users';
import type { Member, Room } from '@/api/wire';
import { PersonLine } from '@/components/people/PersonLine';
import { ActionMenu } from '@/components/ui/ActionMenu';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { IconButton } from '@/components/ui/IconButton';
import { say } from '@/components/ui/notices';
import { asProblem } from '@/api/problem';
import { problemText } from '@/i18n/problemText';
import { useChangeRoleMutation, useHandOverMutation, useRemoveMemberMutation } from '@/features/rooms/api';
import { BanDialog } from '@/features/rooms/components/BanDialog';
import { mayRemove } from '@/features/rooms/members';

interface MemberRowProps {
  room: Room;
  member: Member;
  myId: string;
  onProfile: (userId: string) => void;
}

export function MemberRow({ room, member, myId, onProfile }: MemberRowProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<'remove' | 'ban' | 'handOver'>();
  const [changeRole] = useChangeRoleMutation();
  const [remove] = useRemoveMemberMutation();
  const [handOver] = useHandOverMutation();
  const { user, role } = member;
  const who = { roomId: room.id, userId: user.id };
  const name = nameOf(user);
  const own = user.id === myId;
  const owner = room.role === 'creator';
  const removable = !own && mayRemove(room.role, role);

  const setRole = async (next: 'admin' | 'member') => {
    const answer = await changeRole({ ...who, role: next });
    if (answer.error) {
      say(problemText(t, asProblem(answer.error)), 'error');
    }
  };

  return (
    <>
      <PersonLine
        user={user}
        second={own ? `@${user.username} · ${t('people.you')}` : undefined}
        onOpen={() => onProfile(user.id)}
      >
        {!own && (owner || removable) && (
          <ActionMenu
            trigger={
              <IconButton label={t('rooms.memberActions', { name })} data-testid="member-menu">
                <MoreHorizontal />
              </IconButton>
            }
            actions={[
              owner &&
                role === 'member' && {
                  id: 'promote',
                  label: t('rooms.makeAdmin'),
                  icon: <ShieldCheck size={15} />,
                  testId: 'member-promote',
                  onSelect: () => void setRole('admin'),
                },
              owner &&
                role === 'admin' && {
                  id: 'demote',
                  label: t('rooms.makeMember'),
                  icon: <ShieldOff size={15} />,
                  testId: 'member-demote',
                  onSelect: () => void setRole('member'),
                },
              owner && {
                id: 'handOver',
                label: t('rooms.handOver.action'),
                icon: <Crown size={15} />,
                testId: 'member-hand-over',
                onSelect: () => setAsking('handOver'),
              },
              removable && {
                id: 'remove',
                label: t('rooms.remove.action'),
                icon: <UserMinus size={15} />,
                danger: true,
                testId: 'member-remove',
                onSelect: () => setAsking('remove'),
              },
              removable && {
                id: 'ban',
                label: t('bans.ban.action'),
                icon: <Ban size={15} />,
                danger: true,
                testId: 'member-ban',
                onSelect: () => setAsking('ban'),
              },
            ]}
          />
        )}
      </PersonLine>
      {asking === 'remove' && (
        <ConfirmDialog
          title={t('rooms.remove.title', { name })}
          action={t('rooms.remove.action')}
          onConfirm={() => remove(who).unwrap()}
          onClose={() => setAsking(undefined)}
        >
          {t('rooms.remove.text')}
        </ConfirmDialog>
      )}
      {asking === 'ban' && <BanDialog who={who} name={name} onClose={() => setAsking(undefined)} />}
      {asking === 'handOver' && (
        <ConfirmDialog
          title={t('rooms.handOver.title', { name })}
          action={t('rooms.handOver.action')}
          onConfirm={() => handOver(who).unwrap()}
          onClose={() => setAsking(undefined)}
        >
          {t('rooms.handOver.text')}
        </ConfirmDialog>
      )}
    </>
  );
}
