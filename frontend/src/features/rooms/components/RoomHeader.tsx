import { Box, chakra, Flex } from '@chakra-ui/react';
import { PanelRight, Search, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { handleOf } from '@/api/users';
import type { Room } from '@/api/wire';
import { BackButton } from '@/components/layouts/BackButton';
import { useLastSeenText } from '@/components/people/useLastSeenText';
import { IconButton } from '@/components/ui/IconButton';
import { RoomAvatar } from '@/features/rooms/components/RoomAvatar';

interface RoomHeaderProps {
  room: Room;
  title: string;
  detailsOpen: boolean;
  onDetails: () => void;
  onSearch: () => void;
}

export function RoomHeader({ room, title, detailsOpen, onDetails, onSearch }: RoomHeaderProps) {
  const { t } = useTranslation();
  const direct = room.channelType === 'PRIVATE';
  const lastSeen = useLastSeenText(direct ? room.other?.id : undefined);
  const second = direct ? [handleOf(room.other), lastSeen].filter(Boolean).join(' · ') : room.topic;
  return (
    <Flex as="header" align="center" gap="3" h="14" px="4" borderBottomWidth="1px" flexShrink={0} data-pane="header">
      <BackButton />
      <RoomAvatar room={room} title={title} size={32} />
      <Box flex="1" minW="0">
        <Box as="h1" fontWeight="semibold" lineHeight="tight" truncate>
          <bdi>{title}</bdi>
        </Box>
        {second && (
          <Box textStyle="xs" color="fg.muted" truncate title={second}>
            {second}
          </Box>
        )}
      </Box>
      {!direct && (
        <chakra.button
          type="button"
          display={{ base: 'none', sm: 'flex' }}
          alignItems="center"
          gap="1.5"
          textStyle="sm"
          color="fg.muted"
          px="2"
          h="8"
          borderRadius="l2"
          cursor="pointer"
          aria-label={t('rooms.memberCount', { count: room.memberCount })}
          _hover={{ bg: 'bg.muted' }}
          onClick={onDetails}
        >
          <Users size={15} aria-hidden /> {room.memberCount}
        </chakra.button>
      )}
      <IconButton label={t('search.here')} onClick={onSearch} data-testid="search-here">
        <Search />
      </IconButton>
      <IconButton
        label={detailsOpen ? t('rooms.hideDetails') : t('rooms.showDetails')}
        aria-expanded={detailsOpen}
        color={detailsOpen ? 'accent.fg' : 'fg.muted'}
        onClick={onDetails}
        data-testid="details-toggle"
      >
        <PanelRight className="mirror" />
      </IconButton>
    </Flex>
  );
}
