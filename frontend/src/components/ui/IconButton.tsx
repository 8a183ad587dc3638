import { Button, type ButtonProps } from '@chakra-ui/react';
import type { ReactNode } from 'react';

interface IconButtonProps extends Omit<ButtonProps, 'aria-label' | 'children'> {
  label: string;
  children: ReactNode;
}

/** A button with a picture: its name is spoken and shown on hover. On touch screens it grows to 44 px. */
export function IconButton({ label, children, ...props }: IconButtonProps) {
  return (
    <Button
      type="button"
      variant="ghost"
      size="xs"
      px="0"
      color="fg.muted"
      aria-label={label}
      title={label}
      css={{ '@media (pointer: coarse)': { minWidth: 'touch', height: 'touch' } }}
      _hover={{ bg: 'bg.muted', color: 'fg' }}
      {...props}
    >
      {children}
    </Button>
  );
}
