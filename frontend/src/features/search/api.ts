import { baseApi } from '@/api/base';
import type { SearchAnswer } from '@/api/wire';
import type { Ask } from '@/features/search/ask';

const PAGE = 30;

function address(ask: Ask, cursor: string): string {
  const { has, ...single } = ask;
  const params = new URLSearchParams({ limit: String(PAGE) });
  Object.entries(single).forEach(([name, value]) => value && params.set(name, value));
  has.forEach((kind) => params.append('has', kind));
  if (cursor) {
    params.set('cursor', cursor);
  }
  return `search?${params.toString()}`;
}

export const searchApi = baseApi.injectEndpoints({
  endpoints: (build) => ({
    /** Asked anew each time: what was recalled, or a room one has left, must not come out of a cache. */
    searchMessages: build.infiniteQuery<SearchAnswer, Ask, string>({
      query: ({ queryArg, pageParam }) => address(queryArg, pageParam),
      infiniteQueryOptions: { initialPageParam: '', getNextPageParam: ({ next }) => next },
      keepUnusedDataFor: 0,
    }),
  }),
});

export const { useSearchMessagesInfiniteQuery } = searchApi;
