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
  }),
});

export const { useUserQuery, useFindUsersQuery } = usersApi;

/** An action that makes these users known. */
export const usersSeen = (users: User[]) =>
  usersApi.util.upsertQueryEntries(users.map((user) => ({ endpointName: 'user' as const, arg: user.id, value: user })));

export const nameOf = (user: User | undefined) => (user ? user.displayName || user.username : '');
