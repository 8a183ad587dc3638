import { chakra, Flex, Input } from '@chakra-ui/react';
import { CalendarDays, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { nameOf } from '@/api/users';
import type { User } from '@/api/wire';
import { SelectField } from '@/components/ui/SelectField';
import { KINDS, parse, withFilter, withoutFilter, type FilterName, type Rewrite } from '@/features/search/ask';
import type { Place } from '@/features/search/resolve';

interface FilterBarProps {
  text: string;
  onText: (rewrite: Rewrite) => void;
  rooms: Place[];
  people: User[];
}

/** The filters as things to press: they write what one could have typed. */
export function FilterBar({ text, onText, rooms, people }: FilterBarProps) {
  const { t } = useTranslation();
  const { filters } = parse(text);
  const valueOf = (name: FilterName) => filters.find((one) => one.name === name)?.value ?? '';
  const set = (name: FilterName) => (value: string) =>
    onText((held) => (value ? withFilter(held, { name, value }) : withoutFilter(held, { name, value: valueOf(name) })));
  return (
    <>
      <Flex gap="2" mt="2" wrap="wrap" align="center">
        <SelectField
          hideLabel
          label={t('search.from')}
          value={valueOf('from')}
          onChange={set('from')}
          options={[
            { value: '', label: t('search.from') },
            ...people.map((user) => ({ value: user.username, label: nameOf(user) })),
          ]}
        />
        <SelectField
          hideLabel
          label={t('search.in')}
          value={valueOf('in')}
          onChange={set('in')}
          options={[
            { value: '', label: t('search.in') },
            ...[...new Set(rooms.map(({ title }) => title))].map((title) => ({ value: title, label: title })),
          ]}
        />
        <SelectField
          hideLabel
          label={t('search.has')}
          value=""
          onChange={set('has')}
          options={[
            { value: '', label: t('search.has') },
            ...KINDS.map((kind) => ({ value: kind, label: t(`search.kinds.${kind}`) })),
          ]}
        />
        <Day label={t('search.after')} value={valueOf('after')} onChange={set('after')} />
        <Day label={t('search.before')} value={valueOf('before')} onChange={set('before')} />
      </Flex>
      {filters.length > 0 && (
        <Flex gap="1.5" mt="2" wrap="wrap">
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

function Day({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <chakra.label display="flex" alignItems="center" gap="1.5" textStyle="xs" color="fg.muted">
      <CalendarDays size={14} aria-hidden /> {label}
      <Input type="date" size="xs" w="auto" value={value} onChange={(e) => onChange(e.target.value)} css={touch} />
    </chakra.label>
  );
}

function Chip({ text, label, onRemove }: { text: string; label: string; onRemove: () => void }) {
  return (
    <Flex
      align="center"
      ps="2.5"
      pe="1"
      h="7"
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
      <chakra.button type="button" aria-label={label} p="1" borderRadius="full" cursor="pointer" onClick={onRemove}>
        <X size={13} aria-hidden />
      </chakra.button>
    </Flex>
  );
}

const touch = { '@media (pointer: coarse)': { height: 'touch' } };
