import { Box, chakra, Input } from '@chakra-ui/react';
import { Search } from 'lucide-react';
import type { KeyboardEvent } from 'react';

const Kbd = chakra('kbd');

interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  testId?: string;
  autoFocus?: boolean;
  /** The key that leads here, shown while nothing is typed. */
  shortcut?: string;
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

export function SearchField(props: SearchFieldProps) {
  const { label, value, onChange, testId, autoFocus, shortcut, onKeyDown } = props;
  return (
    <Box position="relative">
      <Box
        position="absolute"
        insetStart="3"
        top="50%"
        transform="translateY(-50%)"
        color="fg.subtle"
        pointerEvents="none"
        zIndex="docked"
      >
        <Search size={15} aria-hidden />
      </Box>
      <Input
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        autoFocus={autoFocus}
        data-testid={testId}
        onKeyDown={onKeyDown}
        onChange={(event) => onChange(event.target.value)}
        ps="9"
        h="9"
        bg="bg"
        css={{ '@media (pointer: coarse)': { height: 'touch', fontSize: '16px' } }}
      />
      {shortcut && value === '' && (
        <Kbd
          aria-hidden
          position="absolute"
          insetEnd="3"
          top="50%"
          transform="translateY(-50%)"
          pointerEvents="none"
          fontFamily="body"
          textStyle="2xs"
          color="fg.subtle"
          css={{ '@media (pointer: coarse)': { display: 'none' } }}
        >
          {shortcut}
        </Kbd>
      )}
    </Box>
  );
}
