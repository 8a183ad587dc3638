import { chakra, VisuallyHidden } from '@chakra-ui/react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '@/components/ui/Avatar';
import { usePresence } from '@/realtime/presence';

interface PersonAvatarProps {
  id: string;
  name: string;
  image?: string;
  size?: number;
}

/** A person's picture with a dot that says whether they are there: full for online, a ring for away, none for offline. */
export function PersonAvatar({ id, name, image, size = 36 }: PersonAvatarProps) {
  const { t } = useTranslation();
  const presence = usePresence(id);
  const dot = Math.max(10, Math.round(size * 0.28));
  return (
    <chakra.span position="relative" display="inline-flex" flexShrink={0} data-testid="presence" data-state={presence}>
      <Avatar id={id} name={name} image={image} size={size} />
      {presence !== 'offline' && (
        <chakra.span
          position="absolute"
          insetEnd="-2px"
          bottom="-2px"
          borderRadius="full"
          bg={presence === 'online' ? 'presence.online' : 'bg'}
          boxShadow="0 0 0 2px var(--chakra-colors-bg)"
          borderStyle="solid"
          borderColor={presence === 'online' ? 'presence.online' : 'presence.away'}
          style={{ width: dot, height: dot, borderWidth: Math.round(dot / 4) }}
        >
          <VisuallyHidden>{t(`presence.${presence}`)}</VisuallyHidden>
        </chakra.span>
      )}
    </chakra.span>
  );
}
