import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { say } from '@/components/ui/notices';
import { problemText } from '@/i18n/problemText';
import { copyText } from '@/lib/clipboard';
import { usePinMutation, useReactMutation } from '@/features/messages/api';
import { usedEmoji } from '@/features/messages/emoji';
import { messagePath } from '@/features/messages/links';
import type { RowActions } from '@/features/messages/rowActions';
import type { Shown } from '@/features/messages/rows';

/** What is asked before, or instead of, doing something with a message. */
export interface Asked {
  what: 'recall' | 'emoji' | 'versions';
  shown: Shown;
}

interface Wishes {
  roomId: string;
  myId: string;
  onProfile: (userId: string) => void;
  onReply: (shown: Shown) => void;
  onEditing: (seq: number | undefined) => void;
  onJump: (seq: number) => void;
  onUnread: (seq: number) => void;
}

/** The actions of all rows, and the dialog that one of them has opened. */
export function useRowActions(wishes: Wishes) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked>();
  const [react] = useReactMutation();
  const [pin] = usePinMutation();
  const complain = (reason: unknown) => say(problemText(t, asProblem(reason)));

  const { roomId, myId } = wishes;
  const now = {
    ...wishes,
    react: (shown: Shown, emoji: string) => {
      const mine = shown.reactions?.find((one) => one.emoji === emoji)?.userIds.includes(myId) === true;
      if (!mine) {
        usedEmoji(emoji);
      }
      react({ roomId, seq: shown.seq ?? 0, emoji, on: !mine })
        .unwrap()
        .catch(complain);
    },
    copyLink: async ({ seq = 0 }: Shown) => {
      const copied = await copyText(`${location.origin}${messagePath(roomId, seq)}`);
      say(copied ? t('messages.linkCopied') : t('errors.client.copy'), copied ? 'info' : 'error');
    },
    pin: (shown: Shown, on: boolean) => {
      pin({ roomId, seq: shown.seq ?? 0, on })
        .unwrap()
        .catch(complain);
    },
  };
  const latest = useRef(now);
  useEffect(() => {
    latest.current = now;
  });

  const actions = useMemo<RowActions>(
    () => ({
      onProfile: (userId) => latest.current.onProfile(userId),
      onReply: (shown) => latest.current.onReply(shown),
      onEdit: (shown) => latest.current.onEditing(shown.seq),
      onEditDone: () => {
        latest.current.onEditing(undefined);
        document.querySelector<HTMLElement>('[data-testid="composer"]')?.focus();
      },
      onRecall: (shown) => setAsked({ what: 'recall', shown }),
      onPickEmoji: (shown) => setAsked({ what: 'emoji', shown }),
      onCopyLink: (shown) => void latest.current.copyLink(shown),
      onUnread: (shown) => latest.current.onUnread(shown.seq ?? 0),
      onVersions: (shown) => setAsked({ what: 'versions', shown }),
      onReact: (shown, emoji) => latest.current.react(shown, emoji),
      onPin: (shown, on) => latest.current.pin(shown, on),
      onJump: (seq) => latest.current.onJump(seq),
    }),
    [],
  );
  return { actions, asked, close: () => setAsked(undefined) };
}
