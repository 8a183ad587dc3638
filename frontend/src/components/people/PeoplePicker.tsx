import { Box, chakra, Flex } from '@chakra-ui/react';
import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf, useFindUsersQuery } from '@/api/users';
import type { User } from '@/api/wire';
import { Avatar } from '@/components/ui/Avatar';
import { ErrorNote } from '@/components/ui/ErrorNote';
import { SearchField } from '@/components/ui/SearchField';
import { useSettled } from '@/lib/hooks';

interface PeoplePickerProps {
  picked: User[];
  onChange: (picked: User[]) => void;
  /** Offered before anything is typed. */
  suggestions: User[];
  /** Not offered at all: those who are in already. */
  without: string[];
}

/** Choose people by name. */
export function PeoplePicker({ picked, onChange, suggestions, without }: PeoplePickerProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const q = useSettled(text.trim());
  const { data: found, error, isFetching } = useFindUsersQuery(q, { skip: q === '' });
  const offered = (q === '' ? suggestions : (found ?? [])).filter(({ id }) => !without.includes(id));
  const isPicked = (user: User) => picked.some(({ id }) => id === user.id);
  const toggle = (user: User) =>
    onChange(isPicked(user) ? picked.filter(({ id }) => id !== user.id) : [...picked, user]);

  return (
    <Box>
      {picked.length > 0 && (
        <Flex wrap="wrap" gap="1.5" mb="2">
          {picked.map((user) => (
            <Chip
              key={user.id}
              user={user}
              label={t('people.unpick', { name: nameOf(user) })}
              onRemove={() => toggle(user)}
            />
          ))}
        </Flex>
      )}
      <SearchField label={t('people.searchLabel')} value={text} onChange={setText} testId="people-picker-search" />
      <Box mt="2" maxH="52" overflowY="auto">
        <ErrorNote error={error} />
        {offered.map((user) => (
          <chakra.button
            key={user.id}
            type="button"
            aria-pressed={isPicked(user)}
            data-testid="pick-person"
            data-username={user.username}
            onClick={() => toggle(user)}
            display="flex"
            alignItems="center"
            gap="3"
            w="full"
            minH="touch"
            px="2"
            borderRadius="l2"
            textAlign="start"
            cursor="pointer"
            _hover={{ bg: 'bg.muted' }}
          >
            <Avatar id={user.id} name={nameOf(user)} image={user.image} size={28} />
            <Box flex="1" minW="0" truncate>
              <bdi>{nameOf(user)}</bdi>{' '}
              <chakra.span color="fg.muted" textStyle="xs">
                @{user.username}
              </chakra.span>
            </Box>
            {isPicked(user) && <Check size={16} aria-hidden />}
          </chakra.button>
        ))}
        {offered.length === 0 && !error && (
          <Box color="fg.muted" textStyle="sm" px="2" py="3">
            {q === '' ? t('people.typeToFind') : isFetching ? t('common.loading') : t('people.noneFound', { q })}
          </Box>
        )}
      </Box>
    </Box>
  );
}

function Chip({ user, label, onRemove }: { user: User; label: string; onRemove: () => void }) {
  return (
    <Flex
      align="center"
      gap="1"
      ps="2.5"
      pe="1"
      h="7"
      borderRadius="full"
      bg="accent.subtle"
      color="accent.fg"
      textStyle="sm"
      maxW="full"
    >
      <Box truncate>
        <bdi>{nameOf(user)}</bdi>
      </Box>
      <chakra.button type="button" aria-label={label} p="1" borderRadius="full" cursor="pointer" onClick={onRemove}>
        <X size={13} aria-hidden />
      </chakra.button>
    </Flex>
  );
}
