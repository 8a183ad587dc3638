import { useEffect } from 'react';
import { keyNames, keysOf, pressed } from '@/lib/shortcuts';

/** How the key of the room search is called here. */
export const SEARCH_KEY = keyNames(keysOf('switcher')[0] ?? '').join(' ');

const links = () => [...document.querySelectorAll<HTMLElement>('[data-testid="room-item"]')];

/** Opens the first room that the search has left. */
export const openFirstRoom = () => links()[0]?.click();

interface Wishes {
  onShortcuts: () => void;
  onAllRead: () => void;
}

/** The keys that work everywhere: the search for rooms, the next room, the list of keys. */
export function useRoomKeys({ onShortcuts, onAllRead }: Wishes): void {
  useEffect(() => {
    const actions = {
      switcher: () => {
        const field = document.querySelector<HTMLInputElement>('[data-testid="room-search"]');
        field?.focus();
        field?.select();
      },
      previousRoom: () => walk(-1, false),
      nextRoom: () => walk(1, false),
      previousUnread: () => walk(-1, true),
      nextUnread: () => walk(1, true),
      shortcuts: onShortcuts,
      markAllRead: onAllRead,
    } as const;
    const onKey = (event: KeyboardEvent) => {
      const names = Object.keys(actions) as (keyof typeof actions)[];
      const wanted = names.find((name) => pressed(name, event));
      if (wanted) {
        event.preventDefault();
        actions[wanted]();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onShortcuts, onAllRead]);
}

function walk(step: 1 | -1, unreadOnly: boolean): void {
  const all = links();
  const here = all.findIndex((link) => link.getAttribute('aria-current') === 'page');
  const start = here < 0 && step < 0 ? all.length : here;
  for (let at = start + step; at >= 0 && at < all.length; at += step) {
    if (!unreadOnly || all[at]?.dataset.unread !== '0') {
      all[at]?.click();
      return;
    }
  }
}
