import { Box, chakra, Flex } from '@chakra-ui/react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf, useUserQuery } from '@/api/users';
import { Avatar } from '@/components/ui/Avatar';
import { clockTime, exactTime } from '@/i18n/format';
import { MessageActions } from '@/features/messages/components/MessageActions';
import { MessageText } from '@/features/messages/components/MessageText';
import { SendState } from '@/features/messages/components/SendState';
import type { Shown } from '@/features/messages/rows';

export interface MessageRowProps {
  shown: Shown;
  startsGroup: boolean;
  canRecall: boolean;
  onRecall: (shown: Shown) => void;
  onProfile: (userId: string) => void;
}

export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { shown, startsGroup, canRecall, onRecall, onProfile } = props;
  const { t } = useTranslation();
  const { data: author } = useUserQuery(shown.userId);
  const name = nameOf(author) || t('people.unknown');
  const recalled = shown.recalledBy !== undefined;
  const words = recalled ? t('messages.recalled') : shown.text;

  return (
    <chakra.article
      data-testid="message"
      data-row={shown.key}
      data-seq={shown.seq}
      data-state={shown.state}
      tabIndex={-1}
      aria-label={[name, words, clockTime(shown.createdAt), t(`messages.state.${shown.state}`)]
        .filter(Boolean)
        .join(', ')}
      position="relative"
      display="grid"
      gridTemplateColumns="36px minmax(0, 1fr)"
      columnGap="3"
      px="4"
      pt={startsGroup ? '2' : '0.5'}
      pb="0.5"
      _hover={{ bg: 'bg.hover' }}
      _focusVisible={{ outlineOffset: '-2px', bg: 'bg.hover' }}
      css={{
        '[data-density=compact] &': { fontSize: 'sm', lineHeight: 'snug', paddingTop: startsGroup ? '1' : '0' },
        '& .reveal': { opacity: 0 },
        '&:focus-within .reveal, &:focus .reveal': { opacity: 1 },
        '@media (hover: hover)': { '&:hover .reveal': { opacity: 1 } },
        '@media (hover: none)': {
          '& .actions': { pointerEvents: 'none' },
          '&:focus-within .actions, &:focus .actions': { pointerEvents: 'auto' },
        },
      }}
    >
      {startsGroup ? (
        // A larger target for the pointer; the name beside it is the button.
        <chakra.span aria-hidden pt="0.5" h="min" cursor="pointer" onClick={() => onProfile(shown.userId)}>
          <Avatar id={shown.userId} name={name} />
        </chakra.span>
      ) : (
        <chakra.time
          className="reveal"
          fontSize="2xs"
          color="fg.subtle"
          textAlign="end"
          pt="1"
          title={exactTime(shown.createdAt)}
        >
          {clockTime(shown.createdAt)}
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
        {recalled ? (
          <Box color="fg.muted" fontStyle="italic" data-testid="message-text">
            {shown.recalledBy === shown.userId ? t('messages.recalled') : t('messages.recalledByOther')}
          </Box>
        ) : (
          <Box color={shown.state === 'sent' ? 'fg' : 'fg.muted'}>
            <MessageText text={shown.text} />
          </Box>
        )}
        {shown.edited && !recalled && (
          <chakra.span textStyle="2xs" color="fg.subtle">
            {t('messages.edited')}
          </chakra.span>
        )}
        <SendState shown={shown} />
      </Box>
      {shown.state === 'sent' && !recalled && (
        <MessageActions shown={shown} onRecall={canRecall && shown.seq !== undefined ? onRecall : undefined} />
      )}
    </chakra.article>
  );
});
