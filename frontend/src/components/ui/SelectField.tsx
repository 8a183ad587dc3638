import { Box, chakra } from '@chakra-ui/react';
import { useId } from 'react';

interface SelectFieldProps<T extends string> {
  label: string;
  value: T;
  options: { value: T; label: string }[];
  onChange: (value: T) => void;
  disabled?: boolean;
  hideLabel?: boolean;
}

/** The browser's own select: it knows every keyboard, every phone and every language. */
export function SelectField<T extends string>(props: SelectFieldProps<T>) {
  const { label, value, options, onChange, disabled, hideLabel } = props;
  const id = useId();
  return (
    <Box>
      {!hideLabel && (
        <chakra.label htmlFor={id} display="block" textStyle="sm" fontWeight="medium" mb="1.5">
          {label}
        </chakra.label>
      )}
      <chakra.select
        id={id}
        value={value}
        disabled={disabled}
        aria-label={hideLabel ? label : undefined}
        onChange={(event) => onChange(event.target.value as T)}
        width="full"
        minH={hideLabel ? '8' : '10'}
        px="2.5"
        borderWidth="1px"
        borderColor="border.emphasized"
        borderRadius="l2"
        bg="bg"
        color="fg"
        textStyle="sm"
        css={{ '@media (pointer: coarse)': { minHeight: 'touch', fontSize: '16px' } }}
        _focusVisible={{ outline: '2px solid', outlineColor: 'accent.focusRing' }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </chakra.select>
    </Box>
  );
}
