import { useEffect } from 'react';
import { useMatch } from 'react-router';
import { titleOf, useRooms } from '@/features/rooms/hooks/useRooms';
import { asksForAttention } from '@/features/rooms/list';

/**
 * The tab tells: a number for what is addressed to oneself (direct rooms, mentions), a dot for anything else
 * unread. Muted rooms stay out of it.
 */
export function useTitle(): void {
  const rooms = useRooms();
  const roomId = useMatch('/rooms/:roomId/*')?.params.roomId;
  const all = Object.values(rooms ?? {}).filter(asksForAttention);
  const forMe = all.reduce((sum, room) => sum + (room.channelType === 'PRIVATE' ? room.unread : room.mentions), 0);
  const unread = all.length > 0;
  const here = roomId ? rooms?.[roomId] : undefined;
  const name = here ? `${titleOf(here)} – Parley` : 'Parley';
  const title = forMe > 0 ? `(${forMe > 99 ? '99+' : forMe}) ${name}` : unread ? `• ${name}` : name;

  useEffect(() => {
    document.title = title;
    return () => {
      document.title = 'Parley';
    };
  }, [title]);
  useEffect(() => {
    document.querySelector('link[rel="icon"]')?.setAttribute('href', unread ? '/favicon-unread.svg' : '/favicon.svg');
    return () => document.querySelector('link[rel="icon"]')?.setAttribute('href', '/favicon.svg');
  }, [unread]);
}
