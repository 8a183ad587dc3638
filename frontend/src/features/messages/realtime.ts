import { isAnyOf } from '@reduxjs/toolkit';
import { selectMyId, signedIn, signedOut } from '@/api/session';
import { everything, forget, forgetAll, keep } from '@/lib/database';
import { isAnswer, isPush, sessionOpened } from '@/realtime/actions';
import type { BaseState, StartListening } from '@/realtime/listening';
import { messagesApi, refreshElsewhere } from '@/features/messages/api';
import { createLogKeeper } from '@/features/messages/catchUp';
import { draftChanged, draftsRestored, type WithDrafts } from '@/features/messages/drafts';
import { marked, queued, removed, restored, type OutboxItem, type WithOutbox } from '@/features/messages/outbox';
import { createSender } from '@/features/messages/sending';
import { listenForUploads } from '@/features/messages/media/uploading';
import { typed, typingEnded, type WithTyping } from '@/features/messages/typing';

type State = BaseState & WithOutbox & WithDrafts & WithTyping;
type Start = StartListening<State>;
type ListenerStore = Parameters<typeof createLogKeeper>[0];

/** Others hear of a key at most every three seconds; two missed ones mean it is over. */
const TYPING_LASTS_MS = 5_500;

const messagePushed = isPush('room.message');
const roomTrimmed = isPush('room.trimmed');
const typingPushed = isPush('room.typing');
const outboxChanged = isAnyOf(queued, restored, marked);
const itemChanged = isAnyOf(queued, marked);

const roomAdded = isPush('room.added');
const roomJoined = isAnswer('room.join');
const roomEntered = isAnyOf(roomAdded, roomJoined);

export function listenForMessages(start: Start): void {
  let tools: { keeper: ReturnType<typeof createLogKeeper>; sender: ReturnType<typeof createSender> } | undefined;
  const toolsOf = ({ getState, dispatch, extra }: ListenerStore) => {
    if (!tools) {
      const keeper = createLogKeeper({ getState, dispatch, extra });
      tools = { keeper, sender: createSender({ getState, dispatch, extra }, keeper) };
    }
    return tools;
  };

  start({
    actionCreator: sessionOpened,
    effect: ({ payload }, store) => {
      const { keeper, sender } = toolsOf(store);
      payload.rooms.forEach(({ id, lastRev, firstSeq }) => {
        keeper.hear(id, lastRev);
        keeper.trim(id, firstSeq);
      });
      Object.entries(payload.sync).forEach(([roomId, answer]) => keeper.applySync(roomId, answer));
      payload.rooms.filter(({ id }) => !(id in payload.sync)).forEach(({ id }) => keeper.catchUp(id));
      forgetElsewhere(store);
      // The connection counts as online only after this action.
      queueMicrotask(sender.all);
    },
  });
  start({
    matcher: messagePushed,
    effect: ({ payload: { body } }, store) => {
      toolsOf(store).keeper.pushed(body);
      refreshElsewhere(store.dispatch, body);
      store.dispatch(typingEnded({ roomId: body.roomId, userId: body.userId }));
    },
  });
  start({
    matcher: roomTrimmed,
    effect: ({ payload: { body } }, store) => {
      toolsOf(store).keeper.trim(body.roomId, body.firstSeq);
      store.dispatch(messagesApi.util.invalidateTags([{ type: 'Pins', id: body.roomId }]));
    },
  });
  start({
    matcher: roomEntered,
    // Back in a room that was left: what we still hold of it is old.
    effect: ({ payload: { body } }, store) => {
      toolsOf(store).keeper.hear(body.id, body.lastRev);
      toolsOf(store).keeper.catchUp(body.id);
    },
  });
  start({
    matcher: messagesApi.endpoints.log.matchFulfilled,
    effect: ({ meta }, store) => toolsOf(store).keeper.loaded(meta.arg.originalArgs),
  });
  start({
    matcher: outboxChanged,
    effect: (_, store) => toolsOf(store).sender.all(),
  });
  start({
    matcher: typingPushed,
    effect: async ({ payload: { body } }, store) => {
      const until = Date.now() + TYPING_LASTS_MS;
      if (body.userId !== selectMyId(store.getState())) {
        store.dispatch(typed({ ...body, until }));
        await store.delay(TYPING_LASTS_MS);
        store.dispatch(typingEnded({ ...body, at: until }));
      }
    },
  });
  start({ actionCreator: signedOut, effect: () => tools?.keeper.forget() });
  listenForUploads(start as unknown as Parameters<typeof listenForUploads>[0]);
  keepOnDisk(start);
}

/** What was said while we were away about messages that only quotes and pins show, we did not hear. */
function forgetElsewhere({ getState, dispatch }: ListenerStore): void {
  for (const entry of Object.values(getState().api.queries)) {
    if (entry?.endpointName === 'quotes') {
      dispatch(messagesApi.util.updateQueryData('quotes', String(entry.originalArgs), () => ({})));
    }
  }
  dispatch(messagesApi.util.invalidateTags(['Pins']));
}

/** The outbox and the drafts live on through a reload, each account for itself. */
function keepOnDisk(start: Start): void {
  start({
    actionCreator: signedIn,
    effect: async ({ payload: { user } }, store) => {
      if (store.getOriginalState().session.status === 'signedIn') {
        return; // Only a new token.
      }
      const items = await everything('outbox', user.id);
      const drafts = await everything('drafts', user.id);
      if (selectMyId(store.getState()) === user.id) {
        store.dispatch(restored(items.map(({ value }) => value as OutboxItem)));
        store.dispatch(draftsRestored(Object.fromEntries(drafts.map(({ key, value }) => [key, String(value)]))));
      }
    },
  });
  start({
    matcher: itemChanged,
    effect: async ({ payload }, store) => {
      const { outbox } = store.getState();
      const item = outbox.items.find(({ clientId }) => clientId === payload.clientId);
      if (item && item.state !== 'stored') {
        await keep('outbox', selectMyId(store.getState()), item.clientId, item);
      } else {
        await forget('outbox', selectMyId(store.getState()), payload.clientId);
      }
    },
  });
  start({
    actionCreator: removed,
    effect: async ({ payload }, store) => {
      const account = selectMyId(store.getState());
      await Promise.all(payload.map((clientId) => forget('outbox', account, clientId)));
    },
  });
  start({
    actionCreator: draftChanged,
    effect: async ({ payload: { roomId, text } }, store) => {
      const account = selectMyId(store.getState());
      await (text === '' ? forget('drafts', account, roomId) : keep('drafts', account, roomId, text));
    },
  });
  start({
    actionCreator: signedOut,
    effect: async ({ payload }, store) => {
      const account = selectMyId(store.getOriginalState());
      // A session that only ran out finds its unsent messages again; who signs out leaves nothing behind.
      if (account !== '' && !payload.ended) {
        await Promise.all([forgetAll('outbox', account), forgetAll('drafts', account)]);
      }
    },
  });
}
