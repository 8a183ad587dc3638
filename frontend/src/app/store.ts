import { combineReducers, configureStore, createListenerMiddleware, type Middleware } from '@reduxjs/toolkit';
import { baseApi } from '@/api/base';
import { sessionReducer } from '@/api/session';
import { listenForNotifications } from '@/app/notifications';
import { listenForIdentity } from '@/features/identity/realtime';
import { selectHeldRevs } from '@/features/messages/catchUp';
import { draftsReducer } from '@/features/messages/drafts';
import { outboxReducer } from '@/features/messages/outbox';
import { uploadsReducer } from '@/features/messages/media/uploads';
import { listenForMessages } from '@/features/messages/realtime';
import { typingReducer } from '@/features/messages/typing';
import { listenForPeople } from '@/features/people/realtime';
import { roomsApi } from '@/features/rooms/api';
import { listenForRooms } from '@/features/rooms/realtime';
import type { RealtimeExtra } from '@/realtime/call';
import { createRealtime } from '@/realtime/middleware';
import { listenForPresence, presenceReducer } from '@/realtime/presence';
import { connectionReducer } from '@/realtime/slice';

const reducer = combineReducers({
  [baseApi.reducerPath]: baseApi.reducer,
  session: sessionReducer,
  connection: connectionReducer,
  presence: presenceReducer,
  outbox: outboxReducer,
  drafts: draftsReducer,
  typing: typingReducer,
  uploads: uploadsReducer,
});

export type RootState = ReturnType<typeof reducer>;

/** The logs we hold of rooms we are in; what is left of others is nobody's business. */
function selectHeld(state: RootState) {
  const rooms = roomsApi.endpoints.rooms.select()(state).data ?? {};
  return Object.fromEntries(Object.entries(selectHeldRevs(state)).filter(([id]) => id in rooms));
}

export function createStore() {
  const { middleware, realtime } = createRealtime({ held: selectHeld });
  const extra: RealtimeExtra = { realtime };
  const listener = createListenerMiddleware({ extra });
  // Each feature sees of the store what it needs.
  const start = listener.startListening;
  listenForPresence(start as Parameters<typeof listenForPresence>[0]);
  listenForIdentity(start as Parameters<typeof listenForIdentity>[0]);
  listenForRooms(start as Parameters<typeof listenForRooms>[0]);
  listenForMessages(start as Parameters<typeof listenForMessages>[0]);
  listenForPeople(start as Parameters<typeof listenForPeople>[0]);
  listenForNotifications(start as Parameters<typeof listenForNotifications>[0]);

  return configureStore({
    reducer,
    middleware: (defaults) =>
      defaults({ thunk: { extraArgument: extra }, serializableCheck: false, immutableCheck: false })
        .prepend(listener.middleware as Middleware)
        // After the API: what the socket hears is dispatched from the start and goes through all of them.
        .concat(baseApi.middleware, middleware),
    // By default changes of the cache wait for the next animation frame, and a hidden tab has none: its title would
    // not tell of new messages.
    enhancers: (defaults) => defaults({ autoBatch: { type: 'tick' } }),
  });
}

export type AppStore = ReturnType<typeof createStore>;
export type AppDispatch = AppStore['dispatch'];
