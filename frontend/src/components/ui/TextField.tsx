import { Box, chakra, Input, Textarea } from '@chakra-ui/react';
import { useId, type ComponentProps, type ReactNode } from 'react';

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'size' | 'onChange' | 'value' | 'ref'> {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: string;
  hint?: ReactNode;
  lines?: number;
  'data-testid'?: string;
}

/** A labelled input with its hint and its error tied to it. */
export function TextField({ label, value, onChange, error, hint, lines, ...input }: TextFieldProps) {
  const id = useId();
  const described = error ? `${id}-error` : hint ? `${id}-hint` : undefined;
  const common = {
    id,
    value,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': described,
    minH: 'touch',
  } as const;
  return (
    <Box>
      <chakra.label htmlFor={id} display="block" textStyle="sm" fontWeight="medium" mb="1.5">
        {label}
      </chakra.label>
      {lines ? (
        <Textarea
          {...common}
          rows={lines}
          py="2.5"
          maxLength={input.maxLength}
          placeholder={input.placeholder}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <Input {...input} {...common} fontSize="md" onChange={(event) => onChange(event.target.value)} />
      )}
      {error ? (
        <Box id={`${id}-error`} role="alert" color="fg.error" textStyle="sm" mt="1.5">
          {error}
        </Box>
      ) : (
        hint && (
          <Box id={`${id}-hint`} color="fg.muted" textStyle="xs" mt="1.5">
            {hint}
          </Box>
        )
      )}
    </Box>
  );
}
