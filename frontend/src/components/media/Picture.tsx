import { chakra } from '@chakra-ui/react';
import { useMediaUrl } from '@/components/media/useMediaUrl';

interface PictureProps {
  /** Id of the uploaded image. */
  id: string;
  /** Whose picture it is; those of people are for everybody and come from the browser's own cache. */
  person?: string;
  size: number;
}

/** What fills an avatar. */
export function Picture({ id, person, size }: PictureProps) {
  const thumbnail = useMediaUrl(person ? undefined : `/api/media?id=${id}&thumbnail=true`);
  // Small images have no thumbnail.
  const whole = useMediaUrl(thumbnail.state === 'missing' ? `/api/media?id=${id}` : undefined);
  const found = thumbnail.state === 'there' ? thumbnail : whole;
  // The id of the picture is only there to make another picture another address.
  const source = person
    ? `/api/userImage?id=${person}&size=${size > 96 ? 480 : 128}&v=${id}`
    : found.state === 'there'
      ? found.url
      : undefined;
  return (
    source && <chakra.img src={source} alt="" loading="lazy" draggable={false} w="100%" h="100%" objectFit="cover" />
  );
}
