import { Button, Flex } from '@chakra-ui/react';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { problemText } from '@/i18n/problemText';

interface ErrorNoteProps {
  /** Whatever was thrown or answered; nothing is shown when there is none. */
  error: unknown;
  onRetry?: () => void;
}

/** What happened, and what to do. */
export function ErrorNote({ error, onRetry }: ErrorNoteProps) {
  const { t } = useTranslation();
  if (error === undefined || error === null) {
    return null;
  }
  return (
    <Flex
      role="alert"
      align="flex-start"
      gap="2"
      px="3"
      py="2.5"
      borderRadius="l2"
      bg="danger.subtle"
      color="danger.fg"
      textStyle="sm"
      textAlign="start"
    >
      <CircleAlert size={16} aria-hidden style={{ flexShrink: 0, marginTop: 1 }} />
      <span style={{ flex: 1 }}>{problemText(t, asProblem(error))}</span>
      {onRetry && (
        <Button size="xs" variant="outline" colorPalette="danger" onClick={onRetry}>
          {t('common.tryAgain')}
        </Button>
      )}
    </Flex>
  );
}
