import { Box, Button, chakra, Flex } from '@chakra-ui/react';
import { SendHorizontal } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDispatch, useSelector } from 'react-redux';
import { MESSAGE_LIMIT } from '@/config/limits';
import { usePreference } from '@/lib/preferences';
import { codePoints } from '@/lib/text';
import { useSend, useTypingSignal } from '@/features/messages/hooks/useSend';
import { draftChanged, selectDrafts, type WithDrafts } from '@/features/messages/drafts';

interface ComposerProps {
  roomId: string;
  placeholder: string;
  onSent: () => void;
}

/** How close to the limit the counter starts to show. */
const COUNT_FROM = MESSAGE_LIMIT - 500;
const coarsePointer = () => window.matchMedia('(pointer: coarse)').matches;

export function Composer({ roomId, placeholder, onSent }: ComposerProps) {
  const { t } = useTranslation();
  const dispatch = useDispatch();
  const text = useSelector((state: WithDrafts) => selectDrafts(state)[roomId] ?? '');
  const input = useRef<HTMLTextAreaElement>(null);
  const send = useSend(roomId);
  const typing = useTypingSignal(roomId);
  const sendKey = usePreference('sendKey');
  const length = codePoints(text.trim());
  const tooLong = length > MESSAGE_LIMIT;

  useLayoutEffect(() => fitHeight(input.current), [text]);
  useEffect(() => {
    // On a phone the keyboard would cover what one came to read.
    if (!coarsePointer()) {
      input.current?.focus();
    }
  }, []);

  const submit = () => {
    if (length > 0 && !tooLong) {
      send(text.trim());
      onSent();
    }
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While an input method composes, Enter chooses a candidate. Some browsers report that only as key code 229.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const composing = event.nativeEvent.isComposing || event.keyCode === 229;
    const wanted = sendKey === 'enter' ? !event.shiftKey : event.ctrlKey || event.metaKey;
    if (event.key === 'Enter' && wanted && !composing) {
      event.preventDefault();
      submit();
    }
  };

  return (
    <Box px="4" pb="1" data-pane="composer">
      <Flex
        align="flex-end"
        gap="1"
        borderWidth="1px"
        borderColor={tooLong ? 'border.error' : 'border.emphasized'}
        borderRadius="l3"
        bg="bg"
        ps="3.5"
        pe="1.5"
        py="1"
        _focusWithin={{ borderColor: tooLong ? 'border.error' : 'accent.focusRing' }}
      >
        <chakra.textarea
          ref={input}
          data-testid="composer"
          aria-label={placeholder}
          aria-describedby={tooLong ? 'composer-limit' : undefined}
          aria-invalid={tooLong || undefined}
          placeholder={placeholder}
          dir="auto"
          rows={1}
          value={text}
          enterKeyHint={sendKey === 'enter' ? 'send' : 'enter'}
          onKeyDown={onKeyDown}
          onChange={({ target }) => {
            dispatch(draftChanged({ roomId, text: target.value }));
            typing(target.value);
          }}
          flex="1"
          minW="0"
          resize="none"
          bg="transparent"
          outline="none"
          fontSize="md"
          lineHeight="1.4"
          py="2.5"
          css={{ '@media (pointer: coarse)': { fontSize: '16px', minHeight: 'touch' } }}
        />
        <Button
          type="button"
          data-testid="send"
          aria-label={t('messages.send')}
          title={t('messages.send')}
          colorPalette="accent"
          disabled={length === 0 || tooLong}
          px="0"
          boxSize={{ base: 'touch', md: '9' }}
          mb={{ base: '0', md: '1' }}
          onClick={submit}
        >
          <SendHorizontal className="mirror" />
        </Button>
      </Flex>
      {length >= COUNT_FROM && (
        <Box
          id="composer-limit"
          role="status"
          textAlign="end"
          textStyle="xs"
          mt="1"
          color={tooLong ? 'fg.error' : 'fg.muted'}
        >
          {tooLong
            ? t('messages.tooLong', { count: length - MESSAGE_LIMIT })
            : t('messages.left', { count: MESSAGE_LIMIT - length })}
        </Box>
      )}
    </Box>
  );
}

const MOST_PX = 220;

function fitHeight(area: HTMLTextAreaElement | null): void {
  if (area) {
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight, MOST_PX)}px`;
    area.style.overflowY = area.scrollHeight > MOST_PX ? 'auto' : 'hidden';
  }
}
