import { Box, chakra } from '@chakra-ui/react';
import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type Ref, useImperativeHandle } from 'react';
import { usePreference } from '@/lib/preferences';
import { pressed } from '@/lib/shortcuts';
import { MentionList } from '@/features/messages/components/MentionList';
import { useMentionCompletion } from '@/features/messages/hooks/useMentionCompletion';
import { wrapSelection } from '@/features/messages/formatting';

interface MessageFieldProps {
  roomId: string;
  label: string;
  testId: string;
  text: string;
  onText: (text: string) => void;
  onSubmit: () => void;
  onEscape?: () => void;
  /** Up in an empty field. */
  onUp?: () => void;
  /** May call everybody. */
  everybody: boolean;
  placeholder?: string;
  invalid?: boolean;
  describedBy?: string;
  focusAtEnd?: boolean;
  framed?: boolean;
  ref?: Ref<{ focus: () => void }>;
}

const MOST_PX = 220;

/** Where messages are written and edited: it grows with the text, completes names, and knows which Enter sends. */
export function MessageField(props: MessageFieldProps) {
  const { roomId, label, testId, text, onText, onSubmit, onEscape, onUp, everybody } = props;
  const { placeholder, invalid, describedBy, focusAtEnd, framed, ref } = props;
  const input = useRef<HTMLTextAreaElement>(null);
  const sendKey = usePreference('sendKey');
  const completion = useMentionCompletion({ roomId, text, everybody, input, onText });

  useImperativeHandle(ref, () => ({ focus: () => input.current?.focus() }), []);
  useLayoutEffect(() => fitHeight(input.current), [text]);
  useEffect(() => {
    if (focusAtEnd && input.current) {
      input.current.focus();
      input.current.setSelectionRange(input.current.value.length, input.current.value.length);
    }
  }, [focusAtEnd]);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While an input method composes, Enter chooses a candidate. Some browsers report that only as key code 229.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const composing = event.nativeEvent.isComposing || event.keyCode === 229;
    if (composing || completion.onKeyDown(event)) {
      return;
    }
    if (pressed('send', event)) {
      event.preventDefault();
      onSubmit();
    } else if (event.key === 'Escape' && onEscape) {
      event.preventDefault();
      event.stopPropagation();
      onEscape();
    } else if (pressed('editLast', event) && text === '' && onUp) {
      event.preventDefault();
      onUp();
    } else {
      wrapSelection(event, onText);
    }
  };

  return (
    <Box position="relative" flex="1" minW="0" display="flex">
      <MentionList completion={completion} />
      <chakra.textarea
        ref={input}
        data-testid={testId}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        aria-autocomplete="list"
        aria-controls={completion.open ? completion.listId : undefined}
        aria-activedescendant={completion.activeId}
        placeholder={placeholder}
        dir="auto"
        rows={1}
        value={text}
        enterKeyHint={sendKey === 'enter' ? 'send' : 'enter'}
        onKeyDown={onKeyDown}
        onSelect={completion.onCaret}
        onBlur={completion.close}
        onChange={({ target }) => {
          onText(target.value);
          completion.onTyped(target.value, target.selectionStart);
        }}
        flex="1"
        minW="0"
        resize="none"
        bg="transparent"
        outline="none"
        fontSize="md"
        lineHeight="1.4"
        py={framed ? '2' : '2.5'}
        px={framed ? '3' : undefined}
        borderWidth={framed ? '1px' : undefined}
        borderColor={invalid ? 'border.error' : 'border.emphasized'}
        borderRadius={framed ? 'l2' : undefined}
        _placeholder={{ whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' }}
        _focus={framed ? { borderColor: invalid ? 'border.error' : 'accent.focusRing' } : undefined}
        css={{ '@media (pointer: coarse)': { fontSize: '16px', minHeight: 'touch' } }}
      />
    </Box>
  );
}

function fitHeight(area: HTMLTextAreaElement | null): void {
  if (area) {
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight, MOST_PX)}px`;
    area.style.overflowY = area.scrollHeight > MOST_PX ? 'auto' : 'hidden';
  }
}
