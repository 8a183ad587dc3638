import { Box, Button, chakra, Flex, Input } from '@chakra-ui/react';
import { SlidersHorizontal, X } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf } from '@/api/users';
import type { User } from '@/api/wire';
import { SelectField } from '@/components/ui/SelectField';
import { KINDS, parse, withFilter, withoutFilter, type FilterName, type Rewrite } from '@/features/search/ask';
import { personCalled, roomCalled, type Place } from '@/features/search/resolve';

interface FilterBarProps {
  text: string;
  onText: (rewrite: Rewrite) => void;
  rooms: Place[];
  people: User[];
}

/** The filters as things to press: they write what one could have typed. On a phone they are folded away. */
export function FilterBar({ text, onText, rooms, people }: FilterBarProps) {
  const { t } = useTranslation();
  const id = useId();
  const [open, setOpen] = useState(false);
  const { filters } = parse(text);
  const valueOf = (name: FilterName) => filters.find((one) => one.name === name)?.value ?? '';
  const set = (name: FilterName) => (value: string) =>
    onText((held) => (value ? withFilter(held, { name, value }) : withoutFilter(held, { name, value: valueOf(name) })));
  const from = valueOf('from');
  const place = valueOf('in');
  return (
    <>
      <Button
        variant="outline"
        size="sm"
        mt="2"
        display={{ base: 'flex', md: 'none' }}
        css={touch}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        data-testid="search-filters"
      >
        <SlidersHorizontal aria-hidden /> {t('search.filters')}
      </Button>
      <Box id={id} display={{ base: open ? 'grid' : 'none', md: 'grid' }} css={columns}>
        <Field label={t('search.from')}>
          {(name) => (
            <SelectField
              hideLabel
              label={name}
              value={personCalled(people, from)?.username ?? from}
              onChange={set('from')}
              options={withTyped(from && !personCalled(people, from) ? from : '', [
                { value: '', label: t('search.anybody') },
                ...people.map((user) => ({ value: user.username, label: nameOf(user) })),
              ])}
            />
          )}
        </Field>
        <Field label={t('search.in')}>
          {(name) => (
            <SelectField
              hideLabel
              label={name}
              value={place ? (roomCalled(rooms, place)?.title ?? place) : ''}
              onChange={set('in')}
              options={withTyped(place && !roomCalled(rooms, place) ? place : '', [
                { value: '', label: t('search.anyRoom') },
                ...[...new Set(rooms.map(({ title }) => title))].map((title) => ({ value: title, label: title })),
              ])}
            />
          )}
        </Field>
        <Field label={t('search.has')}>
          {(name) => (
            <SelectField
              hideLabel
              label={name}
              value=""
              onChange={set('has')}
              options={[
                { value: '', label: t('search.anything') },
                ...KINDS.map((kind) => ({ value: kind, label: t(`search.kinds.${kind}`) })),
              ]}
            />
          )}
        </Field>
        {(['after', 'before'] as const).map((name) => (
          <Field key={name} label={t(`search.${name}`)}>
            {(label) => (
              <Input
                type="date"
                aria-label={label}
                value={valueOf(name)}
                onChange={(event) => set(name)(event.target.value)}
                h="8"
                px="2.5"
                textStyle="sm"
                css={touch}
              />
            )}
          </Field>
        ))}
      </Box>
      {filters.length > 0 && (
        <Flex gap="1.5" mt="3" wrap="wrap">
          {filters.map((filter) => (
            <Chip
              key={`${filter.name}:${filter.value}`}
              text={`${filter.name}:${filter.value}`}
              label={t('search.remove', { filter: `${filter.name}:${filter.value}` })}
              onRemove={() => onText((held) => withoutFilter(held, filter))}
            />
          ))}
        </Flex>
      )}
    </>
  );
}

interface Option {
  value: string;
  label: string;
}

/** What was typed and is none of the choices is shown as well. */
const withTyped = (typed: string, options: Option[]): Option[] =>
  typed === '' ? options : [...options, { value: typed, label: typed }];

function Field({ label, children }: { label: string; children: (label: string) => ReactNode }) {
  return (
    <Box minW="0">
      <Box aria-hidden textStyle="xs" color="fg.muted" mb="1">
        {label}
      </Box>
      {children(label)}
    </Box>
  );
}

function Chip({ text, label, onRemove }: { text: string; label: string; onRemove: () => void }) {
  return (
    <Flex
      align="center"
      ps="3"
      pe="0.5"
      minH="7"
      borderRadius="full"
      bg="accent.subtle"
      color="accent.fg"
      textStyle="sm"
      maxW="full"
      data-testid="filter-chip"
    >
      <chakra.span truncate>
        <bdi>{text}</bdi>
      </chakra.span>
      <chakra.button
        type="button"
        aria-label={label}
        title={label}
        display="flex"
        alignItems="center"
        justifyContent="center"
        boxSize="6"
        flexShrink={0}
        borderRadius="full"
        cursor="pointer"
        _hover={{ bg: 'accent.muted' }}
        css={{ '@media (pointer: coarse)': { width: '44px', height: '44px' } }}
        onClick={onRemove}
      >
        <X size={13} aria-hidden />
      </chakra.button>
    </Flex>
  );
}

const touch = { '@media (pointer: coarse)': { height: 'touch' } };
const columns = { gap: '2', marginTop: '3', gridTemplateColumns: 'repeat(auto-fill, minmax(7.25rem, 1fr))' };
