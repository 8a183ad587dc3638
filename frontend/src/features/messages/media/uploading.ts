import { isAnyOf } from '@reduxjs/toolkit';
import { uploadFile } from '@/api/media';
import { asProblem } from '@/api/problem';
import { signedOut } from '@/api/session';
import type { BaseState, StartListening } from '@/realtime/listening';
import { queued, type WithOutbox } from '@/features/messages/outbox';
import {
  uploadGone,
  uploadMoved,
  uploadQueued,
  type Upload,
  type WithUploads,
} from '@/features/messages/media/uploads';

type State = BaseState & WithOutbox & WithUploads;

/** At the same time; more would only make each of them slower. */
const AT_ONCE = 2;
/** A page that is drawn for each packet is busy with nothing else. */
const STEP = 0.01;

/** The files themselves are not data that a store can hold. */
const files = new Map<string, File>();
const running = new Map<string, AbortController>();
let lastOrder = 0;

export function rememberFile(id: string, file: File): void {
  files.set(id, file);
}

interface UploadStore {
  getState: () => State;
  dispatch: (action: never) => unknown;
}

async function run(store: UploadStore, item: Upload): Promise<void> {
  const file = files.get(item.id);
  const dispatch = store.dispatch as (action: unknown) => unknown;
  if (!file) {
    dispatch(uploadGone(item.id));
    return;
  }
  const controller = new AbortController();
  running.set(item.id, controller);
  dispatch(uploadMoved({ id: item.id, state: 'sending', share: 0, code: undefined }));
  let told = 0;
  try {
    const media = await uploadFile(store, file, {
      key: item.id,
      signal: controller.signal,
      onProgress: (share) => {
        if (share - told >= STEP || share === 1) {
          told = share;
          dispatch(uploadMoved({ id: item.id, share }));
        }
      },
    });
    running.delete(item.id);
    lastOrder = Math.max(Date.now(), lastOrder + 1);
    dispatch(
      queued({
        // The upload's own key: however often it is tried, it becomes one message.
        clientId: item.id,
        roomId: item.roomId,
        text: '',
        media,
        createdAt: new Date().toISOString(),
        order: lastOrder,
        state: 'pending',
      }),
    );
    dispatch(uploadGone(item.id));
  } catch (reason) {
    const problem = asProblem(reason);
    // Before it is told: whoever hears of it looks for the next one.
    running.delete(item.id);
    dispatch(
      problem.code === 'client.cancelled'
        ? uploadGone(item.id)
        : uploadMoved({ id: item.id, state: 'failed', code: problem.code }),
    );
  }
}

/** Sends what waits, whatever room is on the screen. */
export function listenForUploads(start: StartListening<State>): void {
  start({
    matcher: isAnyOf(uploadQueued, uploadMoved, uploadGone),
    effect: (_, store) => {
      const { items } = store.getState().uploads;
      items
        .filter(({ id, state }) => state === 'waiting' && !running.has(id))
        .slice(0, Math.max(0, AT_ONCE - running.size))
        .forEach((item) => void run(store, item));
    },
  });
  start({
    actionCreator: uploadGone,
    effect: ({ payload }) => {
      running.get(payload)?.abort();
      files.delete(payload);
    },
  });
  start({
    actionCreator: signedOut,
    effect: () => {
      running.forEach((controller) => controller.abort());
      files.clear();
    },
  });
}
