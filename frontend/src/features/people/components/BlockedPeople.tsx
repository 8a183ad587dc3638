import { Box, Button, chakra } from '@chakra-ui/react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { nameOf } from '@/api/users';
import type { Block } from '@/api/wire';
import { PersonLine } from '@/components/people/PersonLine';
import { ErrorNote } from '@/components/ui/ErrorNote';
import { say } from '@/components/ui/notices';
import { RowsSkeleton } from '@/components/ui/Rows';
import { problemText } from '@/i18n/problemText';
import { useBlocksQuery, useUnblockMutation } from '@/features/people/api';

/** Whom one wants nothing to do with. */
export function BlockedPeople() {
  const { t } = useTranslation();
  const { data: blocks, error, refetch } = useBlocksQuery();
  return (
    <Box data-testid="blocks">
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {!blocks && !error && <RowsSkeleton rows={1} />}
      {blocks?.length === 0 && (
        <Box color="fg.muted" textStyle="sm">
          {t('blocks.none')}
        </Box>
      )}
      <chakra.ul listStyleType="none">
        {blocks?.map((block) => (
          <chakra.li key={block.user.id}>
            <BlockedPerson block={block} />
          </chakra.li>
        ))}
      </chakra.ul>
    </Box>
  );
}

function BlockedPerson({ block: { user } }: { block: Block }) {
  const { t } = useTranslation();
  const [unblock, { isLoading }] = useUnblockMutation();
  const lift = async () => {
    const answer = await unblock(user.id);
    if (answer.error) {
      say(problemText(t, asProblem(answer.error)), 'error');
    }
  };
  return (
    <PersonLine user={user}>
      <Button
        size="xs"
        variant="outline"
        loading={isLoading}
        onClick={lift}
        aria-label={t('blocks.liftName', { name: nameOf(user) })}
        data-testid="unblock"
      >
        {t('blocks.lift')}
      </Button>
    </PersonLine>
  );
}
