import { Box, Button, chakra } from '@chakra-ui/react';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf } from '@/api/users';
import type { Member, Role, Room, User } from '@/api/wire';
import { ErrorNote } from '@/components/ui/ErrorNote';
import { RowsSkeleton } from '@/components/ui/Rows';
import { SearchField } from '@/components/ui/SearchField';
import { Section } from '@/components/ui/Section';
import { useSettled } from '@/lib/hooks';
import { useFindMembersQuery, useMembersQuery } from '@/features/rooms/api';
import { AddPeopleDialog } from '@/features/rooms/components/AddPeopleDialog';
import { MemberRow } from '@/features/rooms/components/MemberRow';
import { mayManage, sortMembers } from '@/features/rooms/members';

interface MemberListProps {
  room: Room;
  myId: string;
  friends: User[];
  onProfile: (userId: string) => void;
}

const SEARCH_FROM = 8;
const roles: Role[] = ['creator', 'admin', 'member'];

const matches = ({ user }: Member, q: string) =>
  `${nameOf(user)} ${user.username}`.toLocaleLowerCase().includes(q.toLocaleLowerCase());

/** Who is in, by role. Large rooms are searched on the server, small ones here. */
function useFound(room: Room, text: string) {
  const q = useSettled(text.trim());
  const all = useMembersQuery(room.id);
  const complete = (all.data?.length ?? 0) >= room.memberCount;
  const asked = useFindMembersQuery({ roomId: room.id, q }, { skip: q === '' || complete });
  const found = q === '' ? all.data : complete ? all.data?.filter((member) => matches(member, q)) : asked.currentData;
  return { found: found && sortMembers(found), error: all.error ?? asked.error, retry: all.refetch };
}

export function MemberList({ room, myId, friends, onProfile }: MemberListProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [adding, setAdding] = useState(false);
  const { found, error, retry } = useFound(room, text);

  return (
    <Section
      testId="members"
      title={t('rooms.members', { count: room.memberCount })}
      action={
        mayManage(room.role) && (
          <Button size="xs" variant="ghost" onClick={() => setAdding(true)} data-testid="members-add">
            <UserPlus /> {t('rooms.addPeople')}
          </Button>
        )
      }
    >
      {room.memberCount >= SEARCH_FROM && (
        <Box mb="2">
          <SearchField label={t('rooms.searchMembers')} value={text} onChange={setText} />
        </Box>
      )}
      <ErrorNote error={error} onRetry={() => void retry()} />
      {!found && !error && <RowsSkeleton rows={3} />}
      {roles.map((role) => {
        const members = found?.filter((member) => member.role === role) ?? [];
        return (
          members.length > 0 && (
            <Box key={role} mb="2">
              <Box textStyle="2xs" fontWeight="semibold" color="fg.subtle" px="2" pt="1">
                {t(`rooms.roles.${role}`)}
              </Box>
              <chakra.ul listStyleType="none">
                {members.map((member) => (
                  <chakra.li key={member.user.id}>
                    <MemberRow room={room} member={member} myId={myId} onProfile={onProfile} />
                  </chakra.li>
                ))}
              </chakra.ul>
            </Box>
          )
        );
      })}
      {found?.length === 0 && (
        <Box color="fg.muted" textStyle="sm" px="2">
          {t('people.noneFound', { q: text.trim() })}
        </Box>
      )}
      {adding && (
        <AddPeopleDialog
          roomId={room.id}
          without={found?.map(({ user }) => user.id) ?? []}
          suggestions={friends}
          onClose={() => setAdding(false)}
        />
      )}
    </Section>
  );
}
