import type { Shown } from '@/features/messages/rows';

/** What can be done with a message. The same object as long as the conversation is open, so that rows need not be drawn again. */
export interface RowActions {
  onProfile: (userId: string) => void;
  onReply: (shown: Shown) => void;
  onEdit: (shown: Shown) => void;
  onEditDone: () => void;
  onRecall: (shown: Shown) => void;
  onReact: (shown: Shown, emoji: string) => void;
  onPickEmoji: (shown: Shown) => void;
  onPin: (shown: Shown, on: boolean) => void;
  /** Copies the address of the message. */
  onCopyLink: (shown: Shown) => void;
  onVersions: (shown: Shown) => void;
  /** From here on the room is unread. */
  onUnread: (shown: Shown) => void;
  /** Shows the message with this number. */
  onJump: (seq: number) => void;
}

/** What this reader may do here. */
export interface Rights {
  myId: string;
  /** Admins and the owner of a group. */
  moderates: boolean;
  /** Whoever moderates, and both people of a direct room. */
  pins: boolean;
  readOnly: boolean;
  /** In a room for announcements only admins do. */
  writes: boolean;
}
