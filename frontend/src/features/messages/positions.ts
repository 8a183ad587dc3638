import type { Anchor } from '@/features/messages/scrollKeeper';

/** Where the reader was in a room that was left while scrolled up. Lives as long as the page. */
const positions = new Map<string, Anchor>();

export const positionOf = (roomId: string) => positions.get(roomId);

export function keepPosition(roomId: string, anchor: Anchor | undefined): void {
  if (anchor) {
    positions.set(roomId, anchor);
  } else {
    positions.delete(roomId);
  }
}
