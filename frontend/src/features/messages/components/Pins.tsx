import { Box, Button, chakra, Flex } from '@chakra-ui/react';
import { Pin, PinOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf, useUserQuery } from '@/api/users';
import type { Message } from '@/api/wire';
import { IconButton } from '@/components/ui/IconButton';
import { Modal } from '@/components/ui/Modal';
import { plainText } from '@/lib/markdown';
import { dateAndTime, exactTime } from '@/i18n/format';
import { usePinMutation, usePinsQuery } from '@/features/messages/api';
import { MessageText } from '@/features/messages/components/MessageText';

interface PinsProps {
  roomId: string;
  mayPin: boolean;
  onJump: (seq: number) => void;
}

/** What the room keeps at hand: the latest in one line, and all of them in a list. Nothing while nothing is pinned. */
export function Pins({ roomId, mayPin, onJump }: PinsProps) {
  const { t } = useTranslation();
  const { data: pins } = usePinsQuery(roomId);
  const [open, setOpen] = useState(false);
  const latest = pins?.[0];
  if (!latest) {
    return null;
  }
  return (
    <>
      <chakra.button
        type="button"
        data-testid="pins"
        onClick={() => setOpen(true)}
        display="flex"
        alignItems="center"
        gap="2"
        px="4"
        minH="9"
        borderBottomWidth="1px"
        bg="bg.subtle"
        textStyle="sm"
        textAlign="start"
        cursor="pointer"
        flexShrink={0}
        _hover={{ bg: 'bg.muted' }}
        css={{ '@media (pointer: coarse)': { minHeight: 'touch' } }}
      >
        <Pin size={14} aria-hidden style={{ flexShrink: 0 }} />
        <chakra.span fontWeight="semibold" flexShrink={0}>
          {t('messages.pinnedCount', { count: pins.length })}
        </chakra.span>
        <Box truncate color="fg.muted" dir="auto">
          {[latest.media?.fileName, plainText(latest.text ?? '')].filter(Boolean).join(': ')}
        </Box>
      </chakra.button>
      {open && (
        <Modal title={t('messages.pinnedTitle')} onClose={() => setOpen(false)}>
          {pins.map((message) => (
            <PinnedMessage
              key={message.seq}
              message={message}
              mayPin={mayPin}
              onJump={() => {
                setOpen(false);
                onJump(message.seq);
              }}
            />
          ))}
        </Modal>
      )}
    </>
  );
}

function PinnedMessage({ message, mayPin, onJump }: { message: Message; mayPin: boolean; onJump: () => void }) {
  const { t } = useTranslation();
  const [pin] = usePinMutation();
  const name = nameOf(useUserQuery(message.userId).data) || t('people.unknown');
  const { roomId, seq } = message;
  return (
    <Box py="2" borderBottomWidth="1px" _last={{ borderBottomWidth: '0' }} data-testid="pinned">
      <Flex align="baseline" gap="2">
        <chakra.bdi fontWeight="semibold" truncate flex="1">
          {name}
        </chakra.bdi>
        <chakra.time
          textStyle="xs"
          color="fg.subtle"
          flexShrink={0}
          dateTime={message.createdAt}
          title={exactTime(message.createdAt)}
        >
          {dateAndTime(message.createdAt)}
        </chakra.time>
      </Flex>
      <Box maxH="40" overflowY="auto" my="1">
        <MessageText text={message.text ?? ''} mentions={message.mentions} />
      </Box>
      <Flex gap="2" justify="flex-end">
        <Button size="xs" variant="outline" onClick={onJump}>
          {t('messages.jump')}
        </Button>
        {mayPin && (
          <IconButton label={t('messages.unpin')} onClick={() => void pin({ roomId, seq, on: false })}>
            <PinOff />
          </IconButton>
        )}
      </Flex>
    </Box>
  );
}
