import { chakra } from '@chakra-ui/react';
import { CornerUpRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { nameOf, useUserQuery } from '@/api/users';
import type { Message } from '@/api/wire';
import { plainText } from '@/lib/markdown';

interface QuoteProps {
  seq: number;
  /** Undefined as long as it is not known, null if there is none. */
  message: Message | null | undefined;
  onJump: (seq: number) => void;
}

const SHOWN_CHARS = 160;

/** The message that this one answers, in one line; it leads there. */
export function Quote({ seq, message, onJump }: QuoteProps) {
  const { t } = useTranslation();
  const author = useUserQuery(message?.userId ?? '', { skip: !message }).data;
  const name = nameOf(author) || t('people.unknown');
  return (
    <chakra.button
      type="button"
      tabIndex={-1}
      data-testid="quote"
      data-seq={seq}
      title={t('messages.toAnswered')}
      onClick={() => onJump(seq)}
      display="flex"
      alignItems="center"
      gap="1.5"
      maxW="full"
      minW="0"
      mb="0.5"
      ps="2"
      borderStartWidth="3px"
      borderColor="accent.emphasized"
      textStyle="sm"
      textAlign="start"
      color="fg.muted"
      cursor="pointer"
      _hover={{ color: 'fg' }}
    >
      <CornerUpRight size={13} aria-label={t('messages.answers')} style={{ flexShrink: 0 }} className="mirror" />
      {message && (
        <chakra.bdi fontWeight="semibold" flexShrink={0} maxW="40%" truncate>
          {name}
        </chakra.bdi>
      )}
      <chakra.span truncate dir="auto" fontStyle={message?.contentType === 'TEXT' ? undefined : 'italic'}>
        {wordsOf(message, t('messages.recalled'), t('messages.notThere'))}
      </chakra.span>
    </chakra.button>
  );
}

function wordsOf(message: Message | null | undefined, recalled: string, notThere: string): string {
  if (message === undefined) {
    return '…';
  }
  if (message === null) {
    return notThere;
  }
  return message.contentType === 'RECALLED' ? recalled : plainText(message.text ?? '').slice(0, SHOWN_CHARS) || '…';
}
