import { Box, Flex } from '@chakra-ui/react';
import type { ReactNode } from 'react';

interface SectionProps {
  title: string;
  action?: ReactNode;
  children: ReactNode;
  testId?: string;
  /** Where in the order of headings it stands. */
  level?: 2 | 3;
}

/** A titled part of a drawer or of a page of settings. */
export function Section({ title, action, children, testId, level = 3 }: SectionProps) {
  return (
    <Box as="section" py="4" borderBottomWidth="1px" _last={{ borderBottomWidth: '0' }} data-testid={testId}>
      <Flex align="center" justify="space-between" gap="2" mb="2" minH="8">
        <Box as={`h${level}`} textStyle="sm" fontWeight="semibold" color="fg.muted">
          {title}
        </Box>
        {action}
      </Flex>
      {children}
    </Box>
  );
}
