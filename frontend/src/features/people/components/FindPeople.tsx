import { Box } from '@chakra-ui/react';
import { SearchX, UserSearch } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFindUsersQuery } from '@/api/users';
import { PersonLine } from '@/components/people/PersonLine';
import { EmptyState } from '@/components/ui/EmptyState';
import { ErrorNote } from '@/components/ui/ErrorNote';
import { RowsSkeleton } from '@/components/ui/Rows';
import { SearchField } from '@/components/ui/SearchField';
import { useSettled } from '@/lib/hooks';
import { FriendButtons } from '@/features/people/components/FriendButtons';

export function FindPeople({ myId }: { myId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const q = useSettled(text.trim());
  const { data: found, currentData, error, refetch } = useFindUsersQuery(q, { skip: q === '' });
  const people = (currentData ?? found)?.filter(({ id }) => id !== myId);

  return (
    <>
      <SearchField label={t('people.searchLabel')} value={text} onChange={setText} testId="people-search" autoFocus />
      <Box mt="4">
        {q === '' && (
          <EmptyState
            compact
            icon={<UserSearch size={22} />}
            title={t('people.findTitle')}
            text={t('people.findText')}
          />
        )}
        {q !== '' && (
          <>
            <ErrorNote error={error} onRetry={() => void refetch()} />
            {!people && !error && <RowsSkeleton rows={4} />}
            {people?.map((user) => (
              <PersonLine key={user.id} user={user} onOpen={() => void navigate(`/people/${user.id}`)}>
                <FriendButtons user={user} myId={myId} />
              </PersonLine>
            ))}
            {people?.length === 0 && (
              <EmptyState
                compact
                icon={<SearchX size={22} />}
                title={t('people.noneFound', { q })}
                text={t('people.noneFoundText')}
              />
            )}
          </>
        )}
      </Box>
    </>
  );
}
