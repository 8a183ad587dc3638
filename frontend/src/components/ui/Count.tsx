import { chakra } from '@chakra-ui/react';

/** A number in a pill; from 100 on the exact one does not matter. */
export function Count({ value, label, testId }: { value: number; label: string; testId?: string }) {
  return (
    <chakra.span
      data-testid={testId}
      aria-label={label}
      role="img"
      display="inline-flex"
      alignItems="center"
      justifyContent="center"
      minW="5"
      h="5"
      px="1.5"
      borderRadius="full"
      bg="accent.solid"
      color="accent.contrast"
      fontSize="2xs"
      fontWeight="bold"
      flexShrink={0}
    >
      {value > 99 ? '99+' : value}
    </chakra.span>
  );
}
