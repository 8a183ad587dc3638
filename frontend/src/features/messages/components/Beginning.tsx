import { Box } from '@chakra-ui/react';
import { useTranslation } from 'react-i18next';
import type { Room } from '@/api/wire';
import { Avatar } from '@/components/ui/Avatar';

/** Above the first message of all. */
export function Beginning({ room, title }: { room: Room; title: string }) {
  const { t } = useTranslation();
  const direct = room.channelType === 'PRIVATE';
  return (
    <Box px="4" pt="10" pb="4">
      <Avatar
        id={room.other?.id ?? room.id}
        name={title}
        image={room.other ? room.other.image : room.image}
        size={56}
        square={!direct}
      />
      <Box as="h2" textStyle="xl" fontWeight="bold" mt="3" overflowWrap="anywhere">
        {title}
      </Box>
      <Box color="fg.muted" mt="1">
        {room.firstSeq > 1
          ? t('messages.beginning.trimmed')
          : direct
            ? t('messages.beginning.direct', { name: title })
            : t('messages.beginning.room', { name: title })}
      </Box>
    </Box>
  );
}
