import { Box, chakra, Flex } from '@chakra-ui/react';
import { useTranslation } from 'react-i18next';
import { dayName } from '@/i18n/format';

/** The line between two days; the current one stays at the top while scrolling. */
export function DayLine({ day, now }: { day: string; now: number }) {
  return (
    <Flex justify="center" position="sticky" top="2" zIndex={1} my="3" pointerEvents="none" role="separator">
      <chakra.span
        px="3"
        py="0.5"
        borderRadius="full"
        bg="bg.panel"
        borderWidth="1px"
        textStyle="xs"
        fontWeight="medium"
        color="fg.muted"
      >
        {dayName(day, now)}
      </chakra.span>
    </Flex>
  );
}

/** Where what has not been read begins. */
export function NewLine() {
  const { t } = useTranslation();
  return (
    <Flex
      align="center"
      gap="2"
      px="4"
      my="2"
      data-row="new"
      data-testid="new-line"
      role="separator"
      aria-label={t('messages.newLine')}
    >
      <Box flex="1" h="px" bg="accent.solid" />
      <chakra.span
        textStyle="2xs"
        fontWeight="bold"
        color="accent.contrast"
        bg="accent.solid"
        px="1.5"
        borderRadius="sm"
      >
        {t('messages.new')}
      </chakra.span>
    </Flex>
  );
}
