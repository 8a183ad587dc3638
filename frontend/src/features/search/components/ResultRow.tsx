import { Box, chakra, Flex } from '@chakra-ui/react';
import { Paperclip } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { nameOf, useUserQuery } from '@/api/users';
import type { SearchHit } from '@/api/wire';
import { PersonAvatar } from '@/components/people/PersonAvatar';
import { snippet } from '@/features/search/snippet';
import { dateAndTime } from '@/i18n/format';

/** Who said it, where and when, and the words around what was found. Leads to the message in its room. */
export function ResultRow({ hit: { message, highlights }, room, to }: { hit: SearchHit; room: string; to: string }) {
  const { t } = useTranslation();
  const { data: author } = useUserQuery(message.userId);
  const name = nameOf(author) || t('people.unknown');
  return (
    <chakra.div css={look}>
      <Link to={to} className="hit" data-testid="search-hit">
        <Box flexShrink={0} h="min">
          <PersonAvatar id={message.userId} name={name} image={author?.image} />
        </Box>
        <Box flex="1" minW="0">
          <Flex gap="2" align="baseline" wrap="wrap" columnGap="2" rowGap="0">
            <Box fontWeight="semibold" truncate maxW="full">
              <bdi>{name}</bdi>
            </Box>
            <Box textStyle="xs" color="fg.muted" truncate maxW="full">
              {t('search.inRoom', { room })}
            </Box>
            <Box as="time" textStyle="xs" color="fg.muted" whiteSpace="nowrap">
              {dateAndTime(message.createdAt)}
            </Box>
          </Flex>
          {message.text && (
            <Box dir="auto" overflowWrap="anywhere" lineClamp="4" whiteSpace="pre-line">
              {snippet(message.text, highlights).map(({ text, found }, index) =>
                found ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
              )}
            </Box>
          )}
          {message.media && (
            <Flex align="center" gap="1.5" textStyle="sm" color="fg.muted" mt="0.5">
              <Paperclip size={13} aria-hidden style={{ flexShrink: 0 }} />
              <Box truncate>
                <bdi>{message.media.fileName}</bdi>
              </Box>
            </Flex>
          )}
        </Box>
      </Link>
    </chakra.div>
  );
}

const look = {
  '& .hit': { display: 'flex', gap: '3', paddingInline: '2', paddingBlock: '2.5', borderRadius: 'l2' },
  '& .hit:hover': { bg: 'bg.hover' },
  '& mark': { bg: 'accent.muted', color: 'accent.fg', fontWeight: 'semibold', borderRadius: 'xs' },
};
