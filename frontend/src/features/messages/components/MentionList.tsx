import { Box, chakra } from '@chakra-ui/react';
import { Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PersonAvatar } from '@/components/people/PersonAvatar';
import type { MentionCompletion } from '@/features/messages/hooks/useMentionCompletion';

/** The people whom "@..." may mean, above the field. */
export function MentionList({ completion }: { completion: MentionCompletion }) {
  const { t } = useTranslation();
  const { open, candidates, listId, index, accept } = completion;
  if (!open) {
    return null;
  }
  return (
    <Box
      id={listId}
      role="listbox"
      aria-label={t('messages.mention')}
      data-testid="mention-list"
      position="absolute"
      bottom="calc(100% + 8px)"
      insetStart="0"
      w="full"
      minW="min(18rem, 75vw)"
      maxW="80"
      maxH="72"
      overflowY="auto"
      p="1"
      bg="bg.panel"
      borderWidth="1px"
      borderRadius="l3"
      boxShadow="md"
      zIndex="popover"
    >
      {candidates.map((one, at) => (
        <chakra.div
          key={one.id}
          id={`${listId}-${at}`}
          role="option"
          aria-selected={at === index}
          data-testid="mention-option"
          display="flex"
          alignItems="center"
          gap="2"
          px="2"
          py="1.5"
          borderRadius="l2"
          cursor="pointer"
          bg={at === index ? 'bg.muted' : undefined}
          css={{ '@media (pointer: coarse)': { minHeight: 'touch' } }}
          // The field keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => accept(one)}
        >
          {one.id === 'all' ? <Users size={20} aria-hidden /> : <PersonAvatar id={one.id} name={one.name} size={24} />}
          <Box truncate>
            <bdi>{one.id === 'all' ? t('messages.everybody') : one.name}</bdi>{' '}
            <chakra.span color="fg.muted" textStyle="sm">
              @{one.username}
            </chakra.span>
          </Box>
        </chakra.div>
      ))}
    </Box>
  );
}
