import { createApi, fetchBaseQuery, type BaseQueryFn, type FetchArgs } from '@reduxjs/toolkit/query/react';
import { problemFromHttp, unreachable, type Problem } from '@/api/problem';
import { renewSession, selectToken, type WithSession } from '@/api/session';

/** Server state that nobody looks at is kept for half an hour: going back to a room shows it at once. */
const KEEP_SECONDS = 1_800;

const plainQuery = fetchBaseQuery({
  baseUrl: '/api',
  credentials: 'same-origin',
  timeout: 15_000,
  prepareHeaders: (headers, { getState }) => {
    const token = selectToken(getState() as WithSession);
    if (token) {
      headers.set('Authorization', `Bearer ${token}`);
    }
  },
});

/** REST with two additions: errors are always a Problem, and an expired access token is renewed once and tried again. */
const baseQuery: BaseQueryFn<string | FetchArgs, unknown, Problem> = async (args, api, options) => {
  const tokenBefore = selectToken(api.getState() as WithSession);
  let result = await plainQuery(args, api, options);
  if (result.error?.status === 401 && tokenBefore) {
    if (selectToken(api.getState() as WithSession) === tokenBefore) {
      await renewSession(api);
    }
    if (selectToken(api.getState() as WithSession)) {
      result = await plainQuery(args, api, options);
    }
  }
  if (!result.error) {
    return { data: result.data };
  }
  const { status, data } = result.error;
  return { error: typeof status === 'number' ? problemFromHttp(status, data) : unreachable };
};

export const baseApi = createApi({
  reducerPath: 'api',
  baseQuery,
  tagTypes: ['Members', 'Invitations', 'Bans', 'Friends', 'Blocks', 'Devices', 'People', 'Discover', 'Pins'],
  keepUnusedDataFor: KEEP_SECONDS,
  endpoints: () => ({}),
});

export type ApiState = WithSession & { api: ReturnType<typeof baseApi.reducer> };
