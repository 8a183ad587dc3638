import { Flex, Spinner } from '@chakra-ui/react';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '@/components/ui/ErrorNote';

/** Above or below the messages that are here: more is being fetched, or could not be. */
export function MoreHere({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <Flex h="10" align="center" justify="center">
      {error ? (
        <ErrorNote error={error} onRetry={onRetry} />
      ) : (
        <Spinner size="sm" color="fg.subtle" aria-label={t('common.loading')} role="status" />
      )}
    </Flex>
  );
}

/** The message one wants to go to is being fetched. */
export function OnTheWay() {
  const { t } = useTranslation();
  return (
    <Flex position="absolute" top="3" insetInline="0" justify="center" pointerEvents="none" zIndex="banner">
      <Flex align="center" gap="2" px="3" py="1.5" borderRadius="full" bg="bg.panel" boxShadow="md" textStyle="xs">
        <Spinner size="xs" aria-hidden /> <span role="status">{t('common.loading')}</span>
      </Flex>
    </Flex>
  );
}
