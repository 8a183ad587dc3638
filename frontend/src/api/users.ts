import i18next from 'i18next';
import { baseApi } from '@/api/base';
import type { Page, User } from '@/api/wire';

/** Profiles by id. Whoever gets to see a user in some other answer puts it here, so that names need no request. */
export const usersApi = baseApi.injectEndpoints({
  endpoints: (build) => ({
    user: build.query<User, string>({ query: (id) => ({ url: 'user', params: { id } }) }),
    findUsers: build.query<User[], string>({
      query: (q) => ({ url: 'user', params: { q, limit: 30 } }),
      transformResponse: (page: Page<User>) => page.items,
      keepUnusedDataFor: 30,
    }),
    /** When somebody was here last; null when they hide it, or it is none of our business. */
    lastSeen: build.query<string | null, string>({
      query: (userId) => ({ url: 'lastSeen', params: { userId } }),
      transformResponse: ({ items }: { items: { lastSeenAt: string }[] }) => items[0]?.lastSeenAt ?? null,
      keepUnusedDataFor: 0,
    }),
  }),
});

export const { useUserQuery, useFindUsersQuery, useLastSeenQuery } = usersApi;

/** An action that makes these users known. */
export const usersSeen = (users: User[]) =>
  usersApi.util.upsertQueryEntries(users.map((user) => ({ endpointName: 'user' as const, arg: user.id, value: user })));

export function nameOf(user: User | undefined): string {
  if (!user) {
    return '';
  }
  return user.deleted ? i18next.t('people.deleted') : user.displayName || user.username;
}

/** The name that names one person only; an account that was deleted has none. */
export const handleOf = (user: User | undefined): string => (user && !user.deleted ? `@${user.username}` : '');
