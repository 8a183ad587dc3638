import { baseApi } from '@/api/base';
import { usersSeen } from '@/api/users';
import type { Account, AuthAnswer, User } from '@/api/wire';

export interface Registration {
  username: string;
  email: string;
  password: string;
}

export interface Credentials {
  login: string;
  password: string;
}

export interface ProfileChange {
  displayName?: string;
  bio?: string;
  qq?: string;
  wechat?: string;
  github?: string;
  locale?: string;
  email?: string;
  password?: string;
  currentPassword?: string;
}

export const identityApi = baseApi.injectEndpoints({
  endpoints: (build) => ({
    register: build.mutation<AuthAnswer, Registration>({
      query: (body) => ({ url: 'register', method: 'POST', body }),
    }),
    login: build.mutation<AuthAnswer, Credentials>({ query: (body) => ({ url: 'login', method: 'POST', body }) }),
    /** Ends this session, or every session of the account. The answer does not matter: we forget everything anyway. */
    logout: build.mutation<undefined, { everywhere: boolean }>({
      query: ({ everywhere }) => ({ url: 'logout', method: 'POST', params: everywhere ? { all: true } : undefined }),
    }),
    me: build.query<Account, void>({ query: () => 'userInfo', keepUnusedDataFor: Infinity }),
    changeMe: build.mutation<Account, ProfileChange>({
      query: (body) => ({ url: 'userInfo', method: 'POST', body }),
      onQueryStarted: async (_, { dispatch, queryFulfilled }) => {
        const answer = await queryFulfilled.catch(() => undefined);
        if (answer) {
          dispatch(meSeen(answer.data));
          dispatch(usersSeen([answer.data]));
        }
      },
    }),
  }),
});

export const { useRegisterMutation, useLoginMutation, useLogoutMutation, useMeQuery, useChangeMeMutation } =
  identityApi;

/** An action that makes the own account known. */
export const meSeen = (me: Account) =>
  identityApi.util.upsertQueryEntries([{ endpointName: 'me', arg: undefined, value: me }]);

/** An action for what others see of oneself: what only oneself sees stays as it is. */
export const myProfileSeen = (profile: User) =>
  identityApi.util.updateQueryData('me', undefined, ({ email, locale }) => ({ ...profile, email, locale }));
