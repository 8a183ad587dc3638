import { baseApi } from '@/api/base';
import { download } from '@/api/download';
import { usersSeen } from '@/api/users';
import type { Account, AuthAnswer, Device, User } from '@/api/wire';

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
  image?: string;
  locale?: string;
  hideLastSeen?: boolean;
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
    devices: build.query<Device[], void>({
      query: () => 'session',
      transformResponse: ({ items }: { items: Device[] }) => items,
      providesTags: ['Devices'],
      keepUnusedDataFor: 0,
    }),
    revokeDevice: build.mutation<undefined, string>({
      query: (id) => ({ url: 'session', method: 'DELETE', params: { id } }),
      invalidatesTags: ['Devices'],
    }),
    exportMyData: build.mutation<null, void>({
      queryFn: (_, store) => download(store, 'userInfo/export', 'parley-my-data.json'),
    }),
    deleteAccount: build.mutation<undefined, { currentPassword: string }>({
      query: (body) => ({ url: 'deleteAccount', method: 'POST', body }),
    }),
  }),
});

export const {
  useRegisterMutation,
  useLoginMutation,
  useLogoutMutation,
  useMeQuery,
  useChangeMeMutation,
  useDevicesQuery,
  useRevokeDeviceMutation,
  useExportMyDataMutation,
  useDeleteAccountMutation,
} = identityApi;

/** An action that makes the own account known. */
export const meSeen = (me: Account) =>
  identityApi.util.upsertQueryEntries([{ endpointName: 'me', arg: undefined, value: me }]);

/** An action for what others see of oneself: what only oneself sees stays as it is. */
export const myProfileSeen = (profile: User) =>
  identityApi.util.updateQueryData('me', undefined, ({ email, locale, hideLastSeen }) => ({
    ...profile,
    email,
    locale,
    hideLastSeen,
  }));
