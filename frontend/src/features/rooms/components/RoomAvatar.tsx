import type { Room } from '@/api/wire';
import { PersonAvatar } from '@/components/people/PersonAvatar';
import { Avatar } from '@/components/ui/Avatar';

interface RoomAvatarProps {
  room: Room;
  title: string;
  size: number;
}

/** A room's picture; of a direct room, that of the person at the other end. */
export function RoomAvatar({ room, title, size }: RoomAvatarProps) {
  return room.other ? (
    <PersonAvatar id={room.other.id} name={title} image={room.other.image} size={size} />
  ) : (
    <Avatar id={room.id} name={title} image={room.image} size={size} square={room.channelType !== 'PRIVATE'} />
  );
}
