import { Box, Flex } from '@chakra-ui/react';
import type { ReactNode } from 'react';
import { BackButton } from '@/components/layouts/BackButton';

interface PageProps {
  title: string;
  actions?: ReactNode;
  /** Under the title: tabs or a search field. */
  toolbar?: ReactNode;
  children: ReactNode;
}

/** A page of the main pane that is not a conversation. */
export function Page({ title, actions, toolbar, children }: PageProps) {
  return (
    <Flex direction="column" h="full" minW="0" data-pane="main" tabIndex={-1} outline="none">
      <Flex as="header" align="center" gap="2" h="14" px="4" borderBottomWidth="1px" flexShrink={0}>
        <BackButton />
        <Box as="h1" flex="1" textStyle="lg" fontWeight="semibold" truncate>
          {title}
        </Box>
        {actions}
      </Flex>
      <Box flex="1" overflowY="auto">
        <Box maxW="prose" mx="auto" px="4" py="5">
          {toolbar && <Box mb="4">{toolbar}</Box>}
          {children}
        </Box>
      </Box>
    </Flex>
  );
}
