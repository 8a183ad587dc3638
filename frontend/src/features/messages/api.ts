import { baseApi } from '@/api/base';
import type { Message } from '@/api/wire';
import { openLog, takeMessage, takeOlder, type RoomLog } from '@/features/messages/log';
import { query } from '@/realtime/call';

const FIRST_PAGE = 50;
const OLDER_PAGE = 50;

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
        dispatch(messagesApi.util.updateQueryData('log', roomId, (log) => takeOlder(log as RoomLog, answer.data)));
        return { data: answer.data.messages.length };
      },
    }),
    recallMessage: build.mutation<Message, { roomId: string; seq: number }>({
      queryFn: async ({ roomId, seq }, { extra, dispatch }) => {
        const answer = await query(extra, 'room.recallMessage', { roomId, seq });
        if ('data' in answer) {
          // The push may have come before us or may come after: taking a message twice changes nothing.
          dispatch(
            messagesApi.util.updateQueryData('log', roomId, (log) => takeMessage(log as RoomLog, answer.data) ?? log),
          );
        }
        return answer;
      },
    }),
  }),
});

export const { useLogQuery, useOlderMutation, useRecallMessageMutation } = messagesApi;
