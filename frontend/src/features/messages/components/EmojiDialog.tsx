import { Box, chakra, Flex } from '@chakra-ui/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Modal } from '@/components/ui/Modal';
import { SearchField } from '@/components/ui/SearchField';
import { findEmoji, recentEmoji, type Emoji } from '@/features/messages/emoji';

interface EmojiDialogProps {
  onPick: (emoji: string) => void;
  onClose: () => void;
}

/** All the emoji there are to react with, found by name in either language. Enter takes the first one. */
export function EmojiDialog({ onPick, onClose }: EmojiDialogProps) {
  const { t, i18n } = useTranslation();
  const [all, setAll] = useState<readonly Emoji[]>([]);
  const [q, setQ] = useState('');
  useEffect(() => {
    void import('@/features/messages/emojiList').then(({ EMOJI }) => setAll(EMOJI));
  }, []);

  const found = findEmoji(all, q);
  const recent = recentEmoji();
  const pick = (emoji: string) => {
    onPick(emoji);
    onClose();
  };
  const nameIn = ({ en, zh }: Emoji) => (i18n.resolvedLanguage?.startsWith('zh') ? zh : en).split(' ')[0] ?? '';
  const button = (emoji: string, name: string) => (
    <chakra.button
      key={emoji}
      type="button"
      aria-label={`${emoji} ${name}`.trim()}
      title={name}
      data-testid="emoji"
      boxSize="10"
      css={{ '@media (pointer: coarse)': { width: '44px', height: '44px' } }}
      fontSize="xl"
      borderRadius="l2"
      cursor="pointer"
      _hover={{ bg: 'bg.muted' }}
      onClick={() => pick(emoji)}
    >
      {emoji}
    </chakra.button>
  );
  const named = new Map(all.map((one) => [one.emoji, nameIn(one)]));

  return (
    <Modal title={t('messages.react')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const first = q.trim() === '' ? recent[0] : found[0]?.emoji;
          if (first) {
            pick(first);
          }
        }}
      >
        <SearchField label={t('messages.findEmoji')} value={q} onChange={setQ} autoFocus testId="emoji-search" />
      </form>
      {q === '' && (
        <Flex wrap="wrap" mt="2" pb="2" borderBottomWidth="1px" role="group" aria-label={t('messages.recentEmoji')}>
          {recent.map((emoji) => button(emoji, named.get(emoji) ?? ''))}
        </Flex>
      )}
      <Flex wrap="wrap" mt="2" h="64" overflowY="auto" alignContent="start">
        {found.map((one) => button(one.emoji, nameIn(one)))}
        {all.length > 0 && found.length === 0 && <Box color="fg.muted">{t('messages.noEmoji')}</Box>}
      </Flex>
    </Modal>
  );
}
