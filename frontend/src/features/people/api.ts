import { baseApi } from '@/api/base';
import type { Block, Friend, Page } from '@/api/wire';
import { withFriend, withoutFriend, type Friends } from '@/features/people/friends';

const PAGE = 100;

export const peopleApi = baseApi.injectEndpoints({
  endpoints: (build) => ({
    /** Friends and requests in both directions, by user. All pages: the side bar counts them. */
    friends: build.query<Friends, void>({
      queryFn: async (_, __, ___, fetchJson) => {
        const friends: Friends = {};
        let cursor: string | undefined;
        do {
          const answer = await fetchJson({ url: 'friend', params: { limit: PAGE, ...(cursor && { cursor }) } });
          if (answer.error) {
            return { error: answer.error };
          }
          const page = answer.data as Page<Friend>;
          page.items.forEach((friend) => (friends[friend.user.id] = friend));
          cursor = page.next;
        } while (cursor);
        return { data: friends };
      },
      providesTags: ['Friends'],
    }),
    /** Asks, or accepts what the other one asked. */
    befriend: build.mutation<Friend, { userId: string; note?: string }>({
      query: (body) => ({ url: 'friend', method: 'POST', body }),
      onQueryStarted: async (_, { dispatch, queryFulfilled }) => {
        const answer = await queryFulfilled.catch(() => undefined);
        if (answer) {
          dispatch(peopleApi.util.updateQueryData('friends', undefined, (all) => withFriend(all, answer.data)));
        }
      },
    }),
    blocks: build.query<Block[], void>({
      query: () => ({ url: 'block', params: { limit: PAGE } }),
      transformResponse: (page: Page<Block>) => page.items,
      providesTags: ['Blocks'],
    }),
    block: build.mutation<Block, string>({
      query: (userId) => ({ url: 'block', method: 'POST', body: { userId } }),
      invalidatesTags: ['Blocks', 'Friends'],
    }),
    unblock: build.mutation<undefined, string>({
      query: (userId) => ({ url: 'block', method: 'DELETE', params: { userId } }),
      invalidatesTags: ['Blocks'],
    }),
    /** Refuses, withdraws or ends: whatever there is between the two is over. */
    unfriend: build.mutation<undefined, string>({
      query: (userId) => ({ url: 'friend', method: 'DELETE', params: { userId } }),
      onQueryStarted: async (userId, { dispatch, queryFulfilled }) => {
        const answer = await queryFulfilled.catch(() => undefined);
        if (answer) {
          dispatch(peopleApi.util.updateQueryData('friends', undefined, (all) => withoutFriend(all, userId)));
        }
      },
    }),
  }),
});

export const {
  useFriendsQuery,
  useBefriendMutation,
  useUnfriendMutation,
  useBlocksQuery,
  useBlockMutation,
  useUnblockMutation,
} = peopleApi;
