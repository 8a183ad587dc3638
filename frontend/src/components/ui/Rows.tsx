import { Box, Flex, Skeleton } from '@chakra-ui/react';
import { useTranslation } from 'react-i18next';

/** Where rows of people, rooms or messages will be. */
export function RowsSkeleton({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <Box role="status" aria-label={t('common.loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <Flex key={index} gap="3" px="3" py="2.5" align="center">
          <Skeleton boxSize="9" borderRadius="full" flexShrink={0} />
          <Box flex="1">
            <Skeleton h="3" mb="2" style={{ width: `${35 + ((index * 17) % 40)}%` }} />
            <Skeleton h="2.5" style={{ width: `${55 + ((index * 23) % 40)}%` }} />
          </Box>
        </Flex>
      ))}
    </Box>
  );
}
