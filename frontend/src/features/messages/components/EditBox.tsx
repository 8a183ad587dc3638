import { Button, Flex } from '@chakra-ui/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { MESSAGE_LIMIT } from '@/config/limits';
import { ErrorNote } from '@/components/ui/ErrorNote';
import { codePoints } from '@/lib/text';
import { useEditMessageMutation } from '@/features/messages/api';
import { MessageField } from '@/features/messages/components/MessageField';

interface EditBoxProps {
  roomId: string;
  seq: number;
  text: string;
  everybody: boolean;
  /** Saved, or given up. */
  onDone: () => void;
  /** Saved without any text: perhaps the message shall go. */
  onEmpty: () => void;
}

/** Another text for one of one's own messages. Escape gives up; what was typed is not lost when saving fails. */
export function EditBox({ roomId, seq, text: former, everybody, onDone, onEmpty }: EditBoxProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(former);
  const [edit, { isLoading }] = useEditMessageMutation();
  const [error, setError] = useState<unknown>();
  const tooLong = codePoints(text.trim()) - MESSAGE_LIMIT;

  const save = async () => {
    const next = text.trim();
    if (next === '') {
      onEmpty();
    } else if (next === former) {
      onDone();
    } else if (tooLong <= 0 && !isLoading) {
      try {
        await edit({ roomId, seq, text: next }).unwrap();
        onDone();
      } catch (reason) {
        setError(asProblem(reason));
      }
    }
  };

  return (
    <Flex direction="column" gap="1.5" my="1">
      <MessageField
        roomId={roomId}
        label={t('messages.editLabel')}
        testId="edit-field"
        text={text}
        onText={setText}
        onSubmit={() => void save()}
        onEscape={onDone}
        everybody={everybody}
        focusAtEnd
        framed
        invalid={tooLong > 0}
      />
      {tooLong > 0 && (
        <Flex role="status" textStyle="xs" color="fg.error">
          {t('messages.tooLong', { count: tooLong })}
        </Flex>
      )}
      {error !== undefined && <ErrorNote error={error} />}
      <Flex gap="2" justify="flex-end">
        <Button size="xs" variant="outline" onClick={onDone}>
          {t('common.cancel')}
        </Button>
        <Button
          size="xs"
          colorPalette="accent"
          data-testid="edit-save"
          loading={isLoading}
          disabled={tooLong > 0}
          onClick={() => void save()}
        >
          {t('common.save')}
        </Button>
      </Flex>
    </Flex>
  );
}
