import { useMemo } from 'react';
import type { User } from '@/api/wire';
import { useFriendsQuery } from '@/features/people/api';
import { inState } from '@/features/people/friends';

/** The accepted ones, by name: whom one most likely wants to have in a room. */
export function useFriends(): User[] {
  const { data } = useFriendsQuery();
  return useMemo(() => (data ? inState(data, 'accepted').map(({ user }) => user) : []), [data]);
}
