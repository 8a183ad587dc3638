import type { TFunction } from 'i18next';
import type { SystemNote } from '@/api/wire';

/** A name may run in the other direction than the sentence: isolated, it moves nothing that stands around it. */
const apart = (words: string) => `\u2068${words}\u2069`;

/** What happened to a room, as a sentence. */
export function systemSentence(t: TFunction, note: SystemNote, actorId: string, name: (id: string) => string): string {
  const actor = apart(name(actorId));
  const other = apart(name(note.userId ?? actorId));
  switch (note.type) {
    case 'ROOM_CREATED':
      return t('messages.system.created', { actor });
    case 'MEMBER_JOINED':
      return t('messages.system.joined', { actor: other });
    case 'MEMBER_ADDED':
      return t('messages.system.added', { actor, other });
    case 'MEMBER_LEFT':
      return t('messages.system.left', { actor: other });
    case 'MEMBER_REMOVED':
      return t('messages.system.removed', { actor, other });
    case 'MEMBER_BANNED':
      return t('messages.system.banned', { actor, other });
    case 'BAN_LIFTED':
      return t('messages.system.banLifted', { actor, other });
    case 'ROLE_CHANGED':
      return t('messages.system.role', { actor, other, role: t(`rooms.role.${note.role ?? 'member'}`) });
    case 'MESSAGE_PINNED':
      return t('messages.system.pinned', { actor });
    case 'ROOM_CHANGED':
      return roomChanged(t, note, actor);
  }
}

function roomChanged(t: TFunction, note: SystemNote, actor: string): string {
  if (note.name !== undefined) {
    return t('messages.system.renamed', { actor, name: apart(note.name) });
  }
  if (note.topic !== undefined) {
    return note.topic === ''
      ? t('messages.system.topicRemoved', { actor })
      : t('messages.system.topic', { actor, topic: apart(note.topic) });
  }
  if (note.joinPolicy !== undefined) {
    return note.joinPolicy === 'open' ? t('messages.system.opened', { actor }) : t('messages.system.closed', { actor });
  }
  if (note.writePolicy !== undefined) {
    return note.writePolicy === 'admins'
      ? t('messages.system.announcements', { actor })
      : t('messages.system.everyoneWrites', { actor });
  }
  if (note.retentionDays !== undefined) {
    return note.retentionDays === 0
      ? t('messages.system.keptForGood', { actor })
      : t('messages.system.keptFor', { actor, count: note.retentionDays });
  }
  return note.image !== undefined ? t('messages.system.picture', { actor }) : t('messages.system.changed', { actor });
}
