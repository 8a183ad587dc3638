import { Box, chakra, Flex } from '@chakra-ui/react';
import { Pin } from 'lucide-react';
import { memo, useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf, useUserQuery } from '@/api/users';
import type { Message } from '@/api/wire';
import { Avatar } from '@/components/ui/Avatar';
import { bareTime, clockTime, exactTime } from '@/i18n/format';
import { plainText } from '@/lib/markdown';
import { EditBox } from '@/features/messages/components/EditBox';
import { MessageActions } from '@/features/messages/components/MessageActions';
import { MessageText } from '@/features/messages/components/MessageText';
import { MessageMedia } from '@/features/messages/media/MessageMedia';
import { Quote } from '@/features/messages/components/Quote';
import { Reactions } from '@/features/messages/components/Reactions';
import { SendState } from '@/features/messages/components/SendState';
import type { RowActions } from '@/features/messages/rowActions';
import type { Shown } from '@/features/messages/rows';

export interface MessageRowProps {
  shown: Shown;
  startsGroup: boolean;
  roomId: string;
  myId: string;
  moderates: boolean;
  pins: boolean;
  readOnly: boolean;
  writes: boolean;
  actions: RowActions;
  quoted: Message | null | undefined;
  editing: boolean;
  highlighted: boolean;
}

export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { shown, startsGroup, roomId, myId, moderates, pins, readOnly, writes, actions, quoted, editing, highlighted } =
    props;
  const { onProfile } = actions;
  // The tools of hundreds of rows would be most of the page; only those that somebody comes near are made.
  const [near, setNear] = useState(false);
  const { t } = useTranslation();
  const { data: author } = useUserQuery(shown.userId);
  const name = nameOf(author) || t('people.unknown');
  const recalled = shown.recalledBy !== undefined;
  const words = recalled
    ? t('messages.recalled')
    : [shown.media?.fileName, plainText(shown.text)].filter(Boolean).join(': ');
  const own = shown.userId === myId;
  const stored = shown.state === 'sent' && shown.seq !== undefined;
  const callsMe =
    !own && !recalled && (shown.mentions?.all === true || shown.mentions?.userIds.includes(myId) === true);
  const reactions = shown.reactions ?? [];

  return (
    <chakra.article
      data-testid="message"
      data-row={shown.key}
      data-seq={shown.seq}
      data-state={shown.state}
      tabIndex={-1}
      onPointerEnter={() => setNear(true)}
      onFocus={() => setNear(true)}
      onClick={focusByFinger}
      data-highlighted={highlighted || undefined}
      data-calls-me={callsMe || undefined}
      aria-label={[
        name,
        words,
        shown.edited && t('messages.edited'),
        clockTime(shown.createdAt),
        reactions.length > 0 && reactions.map(({ emoji, userIds }) => `${emoji} ${userIds.length}`).join(' '),
        t(`messages.state.${shown.state}`),
      ]
        .filter(Boolean)
        .join(', ')}
      position="relative"
      display="grid"
      gridTemplateColumns="36px minmax(0, 1fr)"
      columnGap="3"
      px="4"
      pt={startsGroup ? '2' : '0.5'}
      pb="0.5"
      bg={highlighted ? 'accent.subtle' : callsMe ? 'warning.subtle' : undefined}
      boxShadow={callsMe ? 'inset 3px 0 0 var(--chakra-colors-accent-solid)' : undefined}
      transition="background-color 0.6s"
      _hover={{ bg: 'bg.hover' }}
      _focusVisible={{ outlineOffset: '-2px', bg: 'bg.hover' }}
      css={{
        '[data-density=compact] &': { fontSize: 'sm', lineHeight: 'snug', paddingTop: startsGroup ? '1' : '0' },
        '& .reveal': { opacity: 0 },
        '&:has(:focus-visible) .reveal, &:focus .reveal': { opacity: 1 },
        '@media (hover: hover)': { '&:hover .reveal': { opacity: 1 } },
        '@media (hover: none)': {
          '& .actions': { pointerEvents: 'none' },
          '&:focus-within .reveal': { opacity: 1 },
          '&:focus-within .actions, &:focus .actions': { pointerEvents: 'auto' },
        },
      }}
    >
      {startsGroup ? (
        // A larger target for the pointer; the name beside it is the button.
        <chakra.span aria-hidden pt="0.5" h="min" cursor="pointer" onClick={() => onProfile(shown.userId)}>
          <Avatar id={shown.userId} name={name} image={author?.image} />
        </chakra.span>
      ) : (
        <chakra.time
          className="reveal"
          fontSize="2xs"
          color="fg.subtle"
          textAlign="end"
          whiteSpace="nowrap"
          pt="1"
          title={exactTime(shown.createdAt)}
        >
          {bareTime(shown.createdAt)}
        </chakra.time>
      )}
      <Box minW="0">
        {startsGroup && (
          <Flex align="baseline" gap="2" minW="0">
            <chakra.button
              type="button"
              tabIndex={-1}
              fontWeight="semibold"
              truncate
              _hover={{ textDecoration: 'underline' }}
              onClick={() => onProfile(shown.userId)}
            >
              <bdi>{name}</bdi>
            </chakra.button>
            <chakra.time
              dateTime={shown.createdAt}
              title={exactTime(shown.createdAt)}
              textStyle="xs"
              color="fg.subtle"
              flexShrink={0}
            >
              {clockTime(shown.createdAt)}
            </chakra.time>
          </Flex>
        )}
        {shown.replySeq !== undefined && !recalled && (
          <Quote seq={shown.replySeq} message={quoted} onJump={actions.onJump} />
        )}
        {recalled ? (
          <Box color="fg.muted" fontStyle="italic" data-testid="message-text">
            {shown.recalledBy === shown.userId ? t('messages.recalled') : t('messages.recalledByOther')}
          </Box>
        ) : editing && shown.seq !== undefined ? (
          <EditBox
            roomId={roomId}
            seq={shown.seq}
            text={shown.text}
            everybody={moderates}
            onDone={actions.onEditDone}
            onEmpty={() => actions.onRecall(shown)}
          />
        ) : (
          <Box color={shown.state === 'sent' ? 'fg' : 'fg.muted'}>
            {shown.media && <MessageMedia media={shown.media} seq={shown.seq} />}
            {shown.text !== '' && <MessageText text={shown.text} mentions={shown.mentions} />}
          </Box>
        )}
        {!recalled && (shown.edited || shown.pinned) && (
          <Flex gap="2" textStyle="2xs" color="fg.subtle" align="center">
            {shown.edited && <EditedMark shown={shown} actions={actions} open={own || moderates} />}
            {shown.pinned && (
              <Flex align="center" gap="1" data-testid="pinned-mark">
                <Pin size={10} aria-hidden /> {t('messages.pinned')}
              </Flex>
            )}
          </Flex>
        )}
        {reactions.length > 0 && (
          <Reactions
            reactions={reactions}
            myId={myId}
            disabled={readOnly}
            onReact={(emoji) => actions.onReact(shown, emoji)}
            onMore={() => actions.onPickEmoji(shown)}
          />
        )}
        <SendState shown={shown} />
      </Box>
      {near && shown.state === 'sent' && !recalled && !editing && (
        <MessageActions
          shown={shown}
          can={{
            change: stored && !readOnly,
            reply: stored && !readOnly && writes,
            edit: stored && own && !readOnly,
            recall: stored && (own || moderates) && !readOnly,
            pin: stored && pins,
            unread: stored && !own,
          }}
          actions={actions}
        />
      )}
    </chakra.article>
  );
});

/** Where nothing can hover a tap brings the tools; not every browser gives the focus for it. */
function focusByFinger({ target, currentTarget }: MouseEvent<HTMLElement>): void {
  const forItself = (target as Element).closest('button, a, textarea');
  if (!forItself && window.matchMedia('(hover: none)').matches) {
    currentTarget.focus({ preventScroll: true });
  }
}

/** That it was edited; for those who may see it, the way to what it said before. */
function EditedMark({ shown, actions, open }: { shown: Shown; actions: RowActions; open: boolean }) {
  const { t } = useTranslation();
  return open ? (
    <chakra.button
      type="button"
      tabIndex={-1}
      data-testid="edited"
      title={t('messages.versions')}
      cursor="pointer"
      _hover={{ textDecoration: 'underline' }}
      onClick={() => actions.onVersions(shown)}
    >
      {t('messages.edited')}
    </chakra.button>
  ) : (
    <chakra.span data-testid="edited">{t('messages.edited')}</chakra.span>
  );
}
