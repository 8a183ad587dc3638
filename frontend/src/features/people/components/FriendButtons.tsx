import { Button } from '@chakra-ui/react';
import { MessageCircle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { asProblem } from '@/api/problem';
import type { User } from '@/api/wire';
import { say } from '@/components/ui/notices';
import { problemText } from '@/i18n/problemText';
import { useBefriendMutation, useFriendsQuery, useUnfriendMutation } from '@/features/people/api';

/** What one can do with a person, as things stand between the two. */
export function FriendButtons({ user, myId }: { user: User; myId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: friends } = useFriendsQuery();
  const [befriend, asking] = useBefriendMutation();
  const [unfriend, ending] = useUnfriendMutation();
  const friend = friends?.[user.id];

  const tell = (error: unknown) => error !== undefined && say(problemText(t, asProblem(error)), 'error');
  const ask = async () => tell((await befriend({ userId: user.id })).error);
  const end = async () => tell((await unfriend(user.id)).error);

  if (user.id === myId) {
    return null;
  }
  switch (friend?.state) {
    case 'accepted':
      return friend.roomId ? (
        <Button
          colorPalette="accent"
          variant="subtle"
          onClick={() => void navigate(`/rooms/${friend.roomId ?? ''}`)}
          data-testid="write"
        >
          <MessageCircle /> {t('people.write')}
        </Button>
      ) : null;
    case 'pending':
      return (
        <>
          <Button colorPalette="accent" loading={asking.isLoading} onClick={ask} data-testid="accept">
            {t('people.accept')}
          </Button>
          <Button variant="outline" loading={ending.isLoading} onClick={end} data-testid="refuse">
            {t('people.refuse')}
          </Button>
        </>
      );
    case 'requested':
      return (
        <Button variant="outline" loading={ending.isLoading} onClick={end} data-testid="withdraw">
          {t('people.withdraw')}
        </Button>
      );
    default:
      return (
        <Button
          colorPalette="accent"
          variant="subtle"
          loading={asking.isLoading}
          disabled={!friends}
          onClick={ask}
          data-testid="befriend"
        >
          {t('people.befriend')}
        </Button>
      );
  }
}
