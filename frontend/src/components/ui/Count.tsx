import { chakra } from '@chakra-ui/react';

interface CountProps {
  value: number;
  label: string;
  testId?: string;
  /** Does not ask for attention. */
  quiet?: boolean;
}

/** A number in a pill; from 100 on the exact one does not matter. */
export function Count({ value, label, testId, quiet }: CountProps) {
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
      bg={quiet ? 'bg.emphasized' : 'accent.solid'}
      color={quiet ? 'fg.muted' : 'accent.contrast'}
      fontSize="2xs"
      fontWeight="bold"
      flexShrink={0}
    >
      {value > 99 ? '99+' : value}
    </chakra.span>
  );
}
