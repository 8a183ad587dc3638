import { isAnyOf } from '@reduxjs/toolkit';
import i18next from 'i18next';
import { selectMyId, signedOut } from '@/api/session';
import { nameOf, usersApi } from '@/api/users';
import type { Message, Room } from '@/api/wire';
import { anybodyLooks } from '@/app/attention';
import { messagePath } from '@/features/messages/links';
import { roomsApi } from '@/features/rooms/api';
import { titleOf } from '@/features/rooms/hooks/useRooms';
import { callsPerson } from '@/features/rooms/list';
import { plainText } from '@/lib/markdown';
import { notifying } from '@/lib/notifying';
import { preferenceOf } from '@/lib/preferences';
import { isAnswer, isPush } from '@/realtime/actions';
import type { BaseState, StartListening } from '@/realtime/listening';

const messagePushed = isPush('room.message');
const readMoved = isAnyOf(isPush('room.read'), isAnswer('room.read'));
const roomGone = isAnyOf(isPush('room.removed'), isPush('room.trimmed'));

const TEXT_MOST = 140;

interface Shown {
  seq: number;
  notification: Notification;
}

let open: (path: string) => void = () => undefined;

/** Where a click on a notification leads to is the router's business. */
export function onNotificationClick(go: (path: string) => void): () => void {
  open = go;
  return () => {
    open = () => undefined;
  };
}

/** Tells of new messages while nobody looks at any of our pages, one notification for each room. */
export function listenForNotifications(start: StartListening): void {
  const shown = new Map<string, Shown>();
  const close = (roomId: string) => {
    shown.get(roomId)?.notification.close();
    shown.delete(roomId);
  };
  const closeAll = () => [...shown.keys()].forEach(close);
  window.addEventListener('pagehide', closeAll);

  start({
    matcher: messagePushed,
    effect: async ({ payload: { body: message } }, { getState, getOriginalState, dispatch }) => {
      const { roomId, seq } = message;
      if (message.contentType === 'RECALLED' && shown.get(roomId)?.seq === seq) {
        close(roomId);
      }
      const room = roomOf(getOriginalState(), roomId);
      if (
        !room ||
        !isWorthIt(message, room, selectMyId(getState())) ||
        notifying() !== 'on' ||
        (await anybodyLooks())
      ) {
        return;
      }
      const { data: author } = await dispatch(usersApi.endpoints.user.initiate(message.userId, { subscribe: false }));
      if ((roomOf(getState(), roomId)?.readSeq ?? seq) >= seq) {
        return; // Meanwhile it was read.
      }
      const notification = notify(message, room, nameOf(author));
      if (notification) {
        shown.set(roomId, { seq, notification });
        notification.onclose = () => shown.get(roomId)?.notification === notification && shown.delete(roomId);
      }
    },
  });
  start({
    matcher: readMoved,
    effect: ({ payload: { body } }, { getState }) => {
      if (body.userId === selectMyId(getState()) && body.seq >= (shown.get(body.roomId)?.seq ?? Infinity)) {
        close(body.roomId);
      }
    },
  });
  start({ matcher: roomGone, effect: ({ payload: { body } }) => close(body.roomId) });
  start({ actionCreator: signedOut, effect: closeAll });
}

const roomOf = (state: BaseState, roomId: string) => roomsApi.endpoints.rooms.select()(state).data?.[roomId];

/** New, of somebody else, and something the reader wants to be told of in this room. */
function isWorthIt(message: Message, room: Room, myId: string): boolean {
  const said = message.contentType === 'TEXT' || message.contentType === 'MEDIA';
  const wanted = room.notifyLevel === 'all' || (room.notifyLevel === 'mentions' && callsPerson(message, myId));
  return said && wanted && message.seq > room.lastSeq && message.userId !== myId;
}

function notify(message: Message, room: Room, author: string): Notification | undefined {
  const direct = room.channelType === 'PRIVATE';
  const told = preferenceOf('notificationText');
  const sender = direct || author === '' ? titleOf(room) : `${author} · ${titleOf(room)}`;
  const words = [message.media?.fileName, plainText(message.text ?? '')].filter(Boolean).join(': ');
  const body = told === 'full' ? words.slice(0, TEXT_MOST) : i18next.t('notifications.message');
  try {
    // The tag: of one room there is one notification, also when several tabs are open.
    const notification = new Notification(told === 'none' ? 'Parley' : sender, {
      body,
      tag: `parley-${room.id}`,
      icon: '/favicon.svg',
    });
    notification.onclick = () => {
      window.focus();
      open(messagePath(room.id, message.seq));
      notification.close();
    };
    return notification;
  } catch {
    return undefined; // Some phones have them for installed apps only.
  }
}
