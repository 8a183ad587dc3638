import { nameOf } from '@/api/users';
import type { Friend, FriendState } from '@/api/wire';

/** Everybody one is, or may become, friends with: by the other's id. */
export type Friends = Record<string, Friend>;

export const withFriend = (all: Friends, friend: Friend): Friends => ({ ...all, [friend.user.id]: friend });

export function withoutFriend(all: Friends, userId: string): Friends {
  const { [userId]: _, ...others } = all;
  return others;
}

/** Of one kind, by name. */
export const inState = (all: Friends, state: FriendState): Friend[] =>
  Object.values(all)
    .filter((friend) => friend.state === state)
    .sort((a, b) => nameOf(a.user).localeCompare(nameOf(b.user)));
