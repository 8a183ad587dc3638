import { chakra, Flex } from '@chakra-ui/react';
import { SmilePlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSelector } from 'react-redux';
import { nameOf, usersApi } from '@/api/users';
import type { Message } from '@/api/wire';
import type { BaseState } from '@/realtime/listening';

interface ReactionsProps {
  reactions: NonNullable<Message['reactions']>;
  myId: string;
  disabled: boolean;
  onReact: (emoji: string) => void;
  onMore: () => void;
}

const NAMED = 10;

/** Who put what under a message; one's own can be put there and taken away with a click. */
export function Reactions({ reactions, myId, disabled, onReact, onMore }: ReactionsProps) {
  const { t } = useTranslation();
  return (
    <Flex wrap="wrap" gap="1" mt="1" mb="0.5" data-testid="reactions">
      {reactions.map(({ emoji, userIds }) => (
        <Chip
          key={emoji}
          emoji={emoji}
          userIds={userIds}
          myId={myId}
          disabled={disabled}
          onClick={() => onReact(emoji)}
        />
      ))}
      {!disabled && (
        <chakra.button
          type="button"
          tabIndex={-1}
          className="reveal"
          aria-label={t('messages.react')}
          title={t('messages.react')}
          onClick={onMore}
          {...pill}
          color="fg.muted"
          borderColor="border"
          bg="transparent"
          _hover={{ bg: 'bg.muted' }}
        >
          <SmilePlus size={14} aria-hidden />
        </chakra.button>
      )}
    </Flex>
  );
}

const pill = {
  display: 'inline-flex',
  alignItems: 'center',
  gap: '1',
  h: '6',
  px: '2',
  borderRadius: 'full',
  borderWidth: '1px',
  fontSize: 'xs',
  cursor: 'pointer',
  css: { '@media (pointer: coarse)': { height: '36px', paddingInline: '12px' } },
} as const;

interface ChipProps {
  emoji: string;
  userIds: string[];
  myId: string;
  disabled: boolean;
  onClick: () => void;
}

function Chip({ emoji, userIds, myId, disabled, onClick }: ChipProps) {
  const { t } = useTranslation();
  const mine = userIds.includes(myId);
  const names = useSelector((state: BaseState) =>
    userIds
      .slice(0, NAMED)
      .map((id) => (id === myId ? t('people.you') : nameOf(usersApi.endpoints.user.select(id)(state).data)))
      .filter(Boolean)
      .join(', '),
  );
  const label = t('messages.reacted', { emoji, count: userIds.length, names });
  return (
    <chakra.button
      type="button"
      tabIndex={-1}
      data-testid="reaction"
      data-emoji={emoji}
      aria-pressed={mine}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={({ currentTarget }) => {
        if (mine && userIds.length === 1) {
          // It goes away with this, and must not take the focus along.
          currentTarget.closest<HTMLElement>('[data-testid="message"]')?.focus();
        }
        onClick();
      }}
      {...pill}
      bg={mine ? 'accent.subtle' : 'bg.muted'}
      borderColor={mine ? 'accent.solid' : 'transparent'}
      color={mine ? 'accent.fg' : 'fg'}
      fontWeight={mine ? 'semibold' : undefined}
    >
      <span aria-hidden>{emoji}</span>
      <span aria-hidden>{userIds.length}</span>
    </chakra.button>
  );
}
