import { Box, Input } from '@chakra-ui/react';
import { Search } from 'lucide-react';

interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  testId?: string;
  autoFocus?: boolean;
}

export function SearchField({ label, value, onChange, testId, autoFocus }: SearchFieldProps) {
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
        onChange={(event) => onChange(event.target.value)}
        ps="9"
        h="9"
        bg="bg"
        css={{ '@media (pointer: coarse)': { height: 'touch', fontSize: '16px' } }}
      />
    </Box>
  );
}
