import { Box, Button, Flex } from '@chakra-ui/react';
import { SendHorizontal } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDispatch, useSelector } from 'react-redux';
import { MESSAGE_LIMIT } from '@/config/limits';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { codePoints } from '@/lib/text';
import { callsEverybody } from '@/features/messages/calls';
import { MessageField } from '@/features/messages/components/MessageField';
import { AttachButton, pasted } from '@/features/messages/media/AttachButton';
import { UploadTray } from '@/features/messages/media/UploadTray';
import { useAttach } from '@/features/messages/media/useAttach';
import { ReplyBar } from '@/features/messages/components/ReplyBar';
import { useSend, useTypingSignal } from '@/features/messages/hooks/useSend';
import { draftChanged, selectDrafts, type WithDrafts } from '@/features/messages/drafts';
import type { Shown } from '@/features/messages/rows';

interface ComposerProps {
  roomId: string;
  placeholder: string;
  memberCount: number;
  /** May call everybody. */
  everybody: boolean;
  replyTo: Shown | undefined;
  onNoReply: () => void;
  /** Up in the empty field: the last own message is to be edited. */
  onEditLast: () => void;
  onSent: (text: string) => void;
}

/** How close to the limit the counter starts to show. */
const COUNT_FROM = MESSAGE_LIMIT - 500;
/** Calling this many people at once is asked about before. */
const ASK_FROM = 20;
const coarsePointer = () => window.matchMedia('(pointer: coarse)').matches;

export function Composer(props: ComposerProps) {
  const { roomId, memberCount, placeholder, everybody, replyTo, onNoReply, onEditLast, onSent } = props;
  const { t } = useTranslation();
  const dispatch = useDispatch();
  const text = useSelector((state: WithDrafts) => selectDrafts(state)[roomId] ?? '');
  const input = useRef<{ focus: () => void }>(null);
  const send = useSend(roomId);
  const attach = useAttach(roomId);
  const typing = useTypingSignal(roomId);
  const [asking, setAsking] = useState(false);
  const length = codePoints(text.trim());
  const tooLong = length > MESSAGE_LIMIT;

  useEffect(() => {
    // On a phone the keyboard would cover what one came to read.
    if (!coarsePointer()) {
      input.current?.focus();
    }
  }, [replyTo?.key]);

  const submit = () => {
    const words = text.trim();
    send(words, replyTo?.seq);
    onNoReply();
    onSent(words);
  };
  const wish = () => {
    if (length > 0 && !tooLong) {
      if (everybody && memberCount >= ASK_FROM && callsEverybody(text)) {
        setAsking(true);
        return;
      }
      submit();
    }
    input.current?.focus();
  };
  return (
    <Box px="4" pb="1" data-pane="composer">
      <Box
        borderWidth="1px"
        borderColor={tooLong ? 'border.error' : 'border.emphasized'}
        borderRadius="l3"
        bg="bg"
        _focusWithin={{ borderColor: tooLong ? 'border.error' : 'accent.focusRing' }}
      >
        {replyTo && <ReplyBar shown={replyTo} onCancel={onNoReply} />}
        <UploadTray roomId={roomId} />
        <Flex align="flex-end" gap="1" ps="1.5" pe="1.5" py="1" onPaste={(event) => pasted(event, attach)}>
          <AttachButton onFiles={attach} />
          <MessageField
            ref={input}
            roomId={roomId}
            label={placeholder}
            placeholder={placeholder}
            testId="composer"
            text={text}
            everybody={everybody}
            invalid={tooLong}
            describedBy={tooLong ? 'composer-limit' : undefined}
            onSubmit={wish}
            onEscape={replyTo && onNoReply}
            onUp={onEditLast}
            onText={(next) => {
              dispatch(draftChanged({ roomId, text: next }));
              typing(next);
            }}
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
            onClick={wish}
          >
            <SendHorizontal className="mirror" />
          </Button>
        </Flex>
      </Box>
      {asking && (
        <ConfirmDialog
          title={t('messages.callAllTitle', { count: memberCount })}
          action={t('messages.send')}
          harmless
          onConfirm={() => {
            submit();
            return undefined;
          }}
          onClose={() => setAsking(false)}
        >
          {t('messages.callAllText')}
        </ConfirmDialog>
      )}
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
