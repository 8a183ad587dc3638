import { chakra, Flex } from '@chakra-ui/react';
import { Copy, Link2, MailOpen, Pencil, Pin, PinOff, Reply, SmilePlus, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/ui/IconButton';
import { say } from '@/components/ui/notices';
import { copyText } from '@/lib/clipboard';
import { recentEmoji } from '@/features/messages/emoji';
import type { RowActions } from '@/features/messages/rowActions';
import type { Shown } from '@/features/messages/rows';

interface MessageActionsProps {
  shown: Shown;
  /** What this reader may do with the message. */
  can: { change: boolean; reply: boolean; edit: boolean; recall: boolean; pin: boolean; unread: boolean };
  actions: RowActions;
}

const QUICK = 3;

/** What can be done with a message. Seen on hover, on focus and after a tap; Enter on the message leads here. */
export function MessageActions({ shown, can, actions }: MessageActionsProps) {
  const { t } = useTranslation();
  const copy = async () => {
    say((await copyText(shown.text)) ? t('messages.copied') : t('errors.client.copy'));
  };
  const button = { tabIndex: -1, size: '2xs' } as const;
  return (
    <Flex
      className="actions reveal"
      role="toolbar"
      aria-label={t('messages.actions')}
      position="absolute"
      insetEnd="4"
      top="-3"
      bg="bg.panel"
      borderWidth="1px"
      borderRadius="l2"
      boxShadow="sm"
      p="0.5"
      zIndex="docked"
    >
      {can.change && (
        <>
          <chakra.span display="flex" css={{ '@media (pointer: coarse)': { display: 'none' } }}>
            {recentEmoji()
              .slice(0, QUICK)
              .map((emoji) => (
                <IconButton
                  key={emoji}
                  label={t('messages.reactWith', { emoji })}
                  {...button}
                  data-testid="quick-reaction"
                  onClick={() => actions.onReact(shown, emoji)}
                >
                  {emoji}
                </IconButton>
              ))}
          </chakra.span>
          <IconButton
            label={t('messages.react')}
            {...button}
            data-testid="message-react"
            onClick={() => actions.onPickEmoji(shown)}
          >
            <SmilePlus />
          </IconButton>
          {can.reply && (
            <IconButton
              label={t('messages.reply')}
              {...button}
              data-testid="message-reply"
              onClick={() => actions.onReply(shown)}
            >
              <Reply className="mirror" />
            </IconButton>
          )}
        </>
      )}
      {can.edit && (
        <IconButton
          label={t('messages.edit')}
          {...button}
          data-testid="message-edit"
          onClick={() => actions.onEdit(shown)}
        >
          <Pencil />
        </IconButton>
      )}
      {shown.text !== '' && (
        <IconButton label={t('messages.copy')} {...button} onClick={copy}>
          <Copy />
        </IconButton>
      )}
      {shown.seq !== undefined && (
        <IconButton
          label={t('messages.copyLink')}
          {...button}
          data-testid="message-link"
          onClick={() => actions.onCopyLink(shown)}
        >
          <Link2 />
        </IconButton>
      )}
      {can.unread && (
        <IconButton
          label={t('messages.markUnread')}
          {...button}
          data-testid="message-unread"
          onClick={() => actions.onUnread(shown)}
        >
          <MailOpen />
        </IconButton>
      )}
      {can.pin && (
        <IconButton
          label={shown.pinned ? t('messages.unpin') : t('messages.pin')}
          {...button}
          data-testid="message-pin"
          onClick={() => actions.onPin(shown, !shown.pinned)}
        >
          {shown.pinned ? <PinOff /> : <Pin />}
        </IconButton>
      )}
      {can.recall && (
        <IconButton
          label={t('messages.recall')}
          {...button}
          data-testid="message-recall"
          onClick={() => actions.onRecall(shown)}
        >
          <Undo2 />
        </IconButton>
      )}
    </Flex>
  );
}
