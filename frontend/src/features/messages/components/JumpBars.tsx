import { Button, Flex } from '@chakra-ui/react';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '@/api/wire';

interface BarProps {
  messages: Message[];
  myId: string;
  shown: boolean;
  onJump: () => void;
}

const countFrom = (messages: Message[], seq: number, myId: string) =>
  messages.filter((message) => message.seq >= seq && message.userId !== myId && message.contentType !== 'SYSTEM')
    .length;

/** "12 new messages": up to the first unread one. */
export function JumpToNew({ messages, line, myId, shown, onJump }: BarProps & { line: number | undefined }) {
  const { t } = useTranslation();
  const [hidden, setHidden] = useState<number>();
  if (!shown || line === undefined || hidden === line) {
    return null;
  }
  return (
    <Flex position="absolute" top="3" insetInline="0" justify="center" pointerEvents="none" zIndex="banner">
      <Button
        size="xs"
        colorPalette="accent"
        borderStartRadius="full"
        borderEndRadius="0"
        boxShadow="md"
        pointerEvents="auto"
        onClick={onJump}
        data-testid="jump-to-new"
      >
        <ArrowUp />
        {t('messages.newCount', { count: countFrom(messages, line, myId) })}
      </Button>
      <Button
        size="xs"
        px="2"
        colorPalette="accent"
        borderEndRadius="full"
        borderStartRadius="0"
        boxShadow="md"
        pointerEvents="auto"
        aria-label={t('common.close')}
        title={t('common.close')}
        onClick={() => setHidden(line)}
      >
        <X />
      </Button>
    </Flex>
  );
}

/** Down to the end, with how much came in since one left it. */
export function JumpToEnd({ messages, myId, shown, atEnd, onJump }: BarProps & { atEnd: boolean }) {
  const { t } = useTranslation();
  const last = messages.at(-1)?.seq ?? 0;
  const [leftAt, setLeftAt] = useState(last);
  if (atEnd && leftAt !== last) {
    setLeftAt(last);
  }
  if (!shown) {
    return null;
  }
  const since = countFrom(messages, leftAt + 1, myId);
  return (
    <Flex position="absolute" bottom="3" insetEnd="5" zIndex="banner">
      <Button
        size="xs"
        variant={since > 0 ? 'solid' : 'outline'}
        colorPalette={since > 0 ? 'accent' : 'neutral'}
        bg={since > 0 ? undefined : 'bg.panel'}
        borderRadius="full"
        boxShadow="md"
        onClick={onJump}
        data-testid="jump-to-latest"
      >
        <ArrowDown />
        {since > 0 ? t('messages.newCount', { count: since }) : t('messages.toLatest')}
      </Button>
    </Flex>
  );
}
