import { Box, Flex } from '@chakra-ui/react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  icon: ReactNode;
  title: string;
  text?: string;
  /** The next step. */
  children?: ReactNode;
  compact?: boolean;
  /** Where in the order of headings its title stands. */
  level?: 1 | 2;
}

export function EmptyState({ icon, title, text, children, compact, level = 2 }: EmptyStateProps) {
  return (
    <Flex
      direction="column"
      align="center"
      textAlign="center"
      gap="2"
      px="6"
      py={compact ? '8' : '14'}
      maxW="96"
      mx="auto"
    >
      <Flex
        aria-hidden
        align="center"
        justify="center"
        boxSize="12"
        borderRadius="2xl"
        bg="accent.subtle"
        color="accent.fg"
        mb="2"
      >
        {icon}
      </Flex>
      <Box as={`h${level}`} textStyle="lg" fontWeight="semibold">
        {title}
      </Box>
      {text && (
        <Box color="fg.muted" textStyle="md">
          {text}
        </Box>
      )}
      {children && (
        <Flex mt="4" gap="2" wrap="wrap" justify="center">
          {children}
        </Flex>
      )}
    </Flex>
  );
}
