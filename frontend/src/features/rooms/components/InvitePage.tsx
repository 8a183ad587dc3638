import { Box, Button, Flex, Spinner } from '@chakra-ui/react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { asProblem } from '@/api/problem';
import { Avatar } from '@/components/ui/Avatar';
import { ErrorNote } from '@/components/ui/ErrorNote';
import { useInvitationPreviewQuery, useJoinRoomMutation } from '@/features/rooms/api';

/** Where an invitation link leads someone who is signed in. */
export function InvitePage({ code }: { code: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data, error, isLoading, refetch } = useInvitationPreviewQuery(code);
  const [join, joining] = useJoinRoomMutation();

  const accept = async () => {
    const answer = await join({ invitation: code });
    if (answer.data) {
      await navigate(`/rooms/${answer.data.id}`, { replace: true });
    }
  };

  return (
    <Flex direction="column" align="center" justify="center" minH="full" p="6" data-pane="main">
      <Flex direction="column" align="center" gap="3" textAlign="center" w="full" maxW="96">
        {isLoading && <Spinner color="accent.fg" aria-label={t('common.loading')} role="status" />}
        {error && (
          <>
            <Box as="h1" textStyle="xl" fontWeight="bold">
              {t('invite.broken')}
            </Box>
            <ErrorNote error={error} onRetry={asProblem(error).retryable ? () => void refetch() : undefined} />
            <Button asChild variant="outline">
              <Link to="/">{t('common.home')}</Link>
            </Button>
          </>
        )}
        {data && (
          <>
            <Avatar id={data.room.id} name={data.room.name} size={72} square />
            <Box color="fg.muted">{t('invite.youAreInvited')}</Box>
            <Box as="h1" textStyle="2xl" fontWeight="bold" overflowWrap="anywhere">
              {data.room.name}
            </Box>
            {data.room.topic && <Box overflowWrap="anywhere">{data.room.topic}</Box>}
            <Box textStyle="sm" color="fg.muted">
              {t('rooms.memberCount', { count: data.room.memberCount })}
            </Box>
            <ErrorNote error={joining.error} />
            <Button
              size="lg"
              mt="2"
              w="full"
              colorPalette="accent"
              loading={joining.isLoading}
              onClick={accept}
              data-testid="invite-join"
            >
              {t('invite.join')}
            </Button>
            <Button asChild variant="ghost">
              <Link to="/">{t('invite.notNow')}</Link>
            </Button>
          </>
        )}
      </Flex>
    </Flex>
  );
}
