import { usersSeen } from '@/api/users';
import { isPush, sessionOpened } from '@/realtime/actions';
import type { StartListening } from '@/realtime/listening';
import { peopleApi } from '@/features/people/api';
import { withFriend, withoutFriend } from '@/features/people/friends';

const friendChanged = isPush('friend.changed');
const blockChanged = isPush('block.changed');

export function listenForPeople(start: StartListening): void {
  let wasOpen = false;
  start({
    matcher: friendChanged,
    effect: ({ payload: { body } }, { dispatch }) => {
      dispatch(usersSeen([body.user]));
      dispatch(
        peopleApi.util.updateQueryData('friends', undefined, (all) =>
          body.state === 'none' ? withoutFriend(all, body.user.id) : withFriend(all, body),
        ),
      );
    },
  });
  start({
    matcher: blockChanged,
    effect: (_, { dispatch }) => void dispatch(peopleApi.util.invalidateTags(['Blocks'])),
  });
  start({
    actionCreator: sessionOpened,
    effect: (_, { dispatch }) => {
      if (wasOpen) {
        // Requests that came while we were away were pushed to nobody.
        dispatch(peopleApi.util.invalidateTags(['Friends', 'Blocks']));
      }
      wasOpen = true;
    },
  });
}
