import { chakra } from '@chakra-ui/react';
import { initials, stableIndex } from '@/lib/text';
import { Picture } from '@/components/media/Picture';
import { AVATAR_COLOURS } from '@/components/theme/tokens';

interface AvatarProps {
  /** What the colour is made of: an id, so that a new name keeps the old colour. */
  id: string;
  name: string;
  size?: number;
  /** Id of the picture, if there is one. */
  image?: string;
  /** Rooms are squares, people are round. */
  square?: boolean;
}

/** Decoration: whoever shows it shows the name as text, too. */
export function Avatar({ id, name, image, size = 36, square = false }: AvatarProps) {
  return (
    <chakra.span
      aria-hidden
      display="inline-flex"
      alignItems="center"
      justifyContent="center"
      flexShrink={0}
      overflow="hidden"
      userSelect="none"
      color="white"
      fontWeight="semibold"
      bg={`avatar.${stableIndex(id, AVATAR_COLOURS)}`}
      style={{
        width: size,
        height: size,
        fontSize: Math.round(size * 0.38),
        borderRadius: square ? Math.round(size * 0.28) : size,
        lineHeight: 1,
      }}
    >
      {image ? (
        <Picture id={image} person={square ? undefined : id} size={size} />
      ) : square ? (
        initials(name).slice(0, 1)
      ) : (
        initials(name)
      )}
    </chakra.span>
  );
}
