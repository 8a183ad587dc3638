import type { BaseQueryApi } from '@reduxjs/toolkit/query';
import { baseApi } from '@/api/base';
import { usersSeen } from '@/api/users';
import type { Member, Message, MessageVersion, Page } from '@/api/wire';
import { openLog, takeMessage, takeNewer, takeOlder, takePassage, type RoomLog } from '@/features/messages/log';
import { query } from '@/realtime/call';

const FIRST_PAGE = 50;
const OLDER_PAGE = 50;
const PASSAGE = 100;
const MEMBERS_PAGE = 100;

/** Messages that others answer and that are not in the log, by number; null: there is none. */
export type Quotes = Record<number, Message | null>;

type Dispatch = BaseQueryApi['dispatch'];

export const messagesApi = baseApi.injectEndpoints({
  endpoints: (build) => ({
    log: build.query<RoomLog, string>({
      queryFn: async (roomId, { extra }) => {
        const answer = await query(extra, 'room.open', { roomId, limit: FIRST_PAGE }, { patient: true });
        return 'data' in answer ? { data: openLog(answer.data) } : answer;
      },
    }),
    older: build.mutation<number, { roomId: string; before: number; limit?: number }>({
      queryFn: async ({ roomId, before, limit = OLDER_PAGE }, { extra, dispatch }) => {
        const answer = await query(extra, 'room.history', { roomId, before, limit }, { patient: true });
        if ('error' in answer) {
          return answer;
        }
        dispatch(
          messagesApi.util.updateQueryData('log', roomId, (log) => takeOlder(log as RoomLog, answer.data, before)),
        );
        return { data: answer.data.messages.length };
      },
    }),
    newer: build.mutation<null, { roomId: string; after: number }>({
      queryFn: async ({ roomId, after }, { extra, dispatch }) => {
        const answer = await query(extra, 'room.history', { roomId, after, limit: OLDER_PAGE }, { patient: true });
        if ('error' in answer) {
          return answer;
        }
        dispatch(
          messagesApi.util.updateQueryData('log', roomId, (log) => takeNewer(log as RoomLog, answer.data, after)),
        );
        return { data: null };
      },
    }),
    /** What stands around a message, however far up. False: there is no such message. */
    passage: build.mutation<boolean, { roomId: string; seq: number; firstSeq: number }>({
      queryFn: async ({ roomId, seq, firstSeq }, { extra, dispatch }) => {
        const ask = { roomId, around: seq, limit: PASSAGE };
        const answer = await query(extra, 'room.history', ask, { patient: true });
        if ('error' in answer) {
          return answer;
        }
        const found = answer.data.messages.some((message) => message.seq === seq);
        if (found) {
          dispatch(
            messagesApi.util.updateQueryData('log', roomId, (log) =>
              takePassage(log as RoomLog, answer.data, firstSeq),
            ),
          );
        }
        return { data: found };
      },
    }),
    recallMessage: build.mutation<Message, { roomId: string; seq: number }>({
      queryFn: async (ask, { extra, dispatch }) => taken(await query(extra, 'room.recallMessage', ask), dispatch),
    }),
    editMessage: build.mutation<Message, { roomId: string; seq: number; text: string }>({
      queryFn: async (ask, { extra, dispatch }) => taken(await query(extra, 'room.editMessage', ask), dispatch),
    }),
    react: build.mutation<Message, { roomId: string; seq: number; emoji: string; on: boolean }>({
      queryFn: async (ask, { extra, dispatch }) => taken(await query(extra, 'room.react', ask), dispatch),
    }),
    pin: build.mutation<Message, { roomId: string; seq: number; on: boolean }>({
      queryFn: async (ask, { extra, dispatch }) => taken(await query(extra, 'room.pin', ask), dispatch),
    }),
    /** Put together by loadQuotes and by pushes. */
    quotes: build.query<Quotes, string>({ queryFn: () => ({ data: {} }) }),
    loadQuotes: build.mutation<null, { roomId: string; seqs: number[] }>({
      queryFn: async ({ roomId, seqs }, { extra, dispatch }) => {
        const answer = await query(extra, 'room.history', { roomId, seqs }, { patient: true });
        if ('error' in answer) {
          return answer;
        }
        const found = new Map(answer.data.messages.map((message) => [message.seq, message]));
        dispatch(
          messagesApi.util.updateQueryData('quotes', roomId, (quotes) => ({
            ...quotes,
            ...Object.fromEntries(seqs.map((seq) => [seq, found.get(seq) ?? null])),
          })),
        );
        return { data: null };
      },
    }),
    pins: build.query<Message[], string>({
      query: (roomId) => ({ url: 'room/pin', params: { roomId } }),
      transformResponse: ({ messages }: { messages: Message[] }) => messages,
      providesTags: (_, __, roomId) => [{ type: 'Pins', id: roomId }],
    }),
    versions: build.query<MessageVersion[], { roomId: string; seq: number }>({
      query: (params) => ({ url: 'room/message/version', params }),
      transformResponse: ({ versions }: { versions: MessageVersion[] }) => versions,
      keepUnusedDataFor: 0,
    }),
    /** Who can be called by name here: the first page, or those whose name has these letters. */
    mentionable: build.query<Member[], { roomId: string; q?: string }>({
      query: (params) => ({ url: 'room/member', params: { ...params, limit: MEMBERS_PAGE } }),
      transformResponse: (page: Page<Member>) => page.items,
      providesTags: (_, __, { roomId }) => [{ type: 'Members', id: roomId }],
      onQueryStarted: async (_, { dispatch, queryFulfilled }) => {
        const answer = await queryFulfilled.catch(() => undefined);
        dispatch(usersSeen((answer?.data ?? []).map(({ user }) => user)));
      },
    }),
  }),
});

/** The push may have come before the answer or may come after: taking a message twice changes nothing. */
function taken<A extends { data: Message } | { error: unknown }>(answer: A, dispatch: Dispatch): A {
  if ('data' in answer) {
    const message = answer.data;
    dispatch(
      messagesApi.util.updateQueryData('log', message.roomId, (log) => takeMessage(log as RoomLog, message) ?? log),
    );
  }
  return answer;
}

/** A message was pushed: what else shows it is brought up to date. */
export function refreshElsewhere(dispatch: Dispatch, message: Message): void {
  const { roomId, seq } = message;
  dispatch(
    messagesApi.util.updateQueryData('quotes', roomId, (quotes) =>
      seq in quotes ? { ...quotes, [seq]: message } : quotes,
    ),
  );
  dispatch(
    messagesApi.util.updateQueryData('pins', roomId, (pins) => {
      const known = pins.some((one) => one.seq === seq);
      if (known) {
        return message.pin
          ? pins.map((one) => (one.seq === seq ? message : one))
          : pins.filter((one) => one.seq !== seq);
      }
      return message.pin ? [message, ...pins] : pins;
    }),
  );
}

export const {
  useLogQuery,
  useOlderMutation,
  useNewerMutation,
  usePassageMutation,
  useRecallMessageMutation,
  useEditMessageMutation,
  useReactMutation,
  usePinMutation,
  useQuotesQuery,
  useLoadQuotesMutation,
  usePinsQuery,
  useVersionsQuery,
  useMentionableQuery,
} = messagesApi;
