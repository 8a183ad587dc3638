import { useMemo } from 'react';
import { nameOf } from '@/api/users';
import type { Room } from '@/api/wire';
import { roomsApi } from '@/features/rooms/api';
import { byActivity, type Rooms } from '@/features/rooms/list';

/** The rooms as the session told them; undefined until it has. */
export const useRooms = (): Rooms | undefined => roomsApi.endpoints.rooms.useQueryState().data;

export function useRoomsByActivity(): Room[] | undefined {
  const rooms = useRooms();
  return useMemo(() => rooms && byActivity(rooms), [rooms]);
}

/** What a room is called here: a direct room by the other person. */
export const titleOf = (room: Room): string => room.name || nameOf(room.other);
