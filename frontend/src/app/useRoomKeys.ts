import { useEffect } from 'react';

const apple = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** How the key of the room search is called here. */
export const SEARCH_KEY = apple ? '⌘K' : 'Ctrl K';

const links = () => [...document.querySelectorAll<HTMLElement>('[data-testid="room-item"]')];

/** Opens the first room that the search has left. */
export const openFirstRoom = () => links()[0]?.click();

/** Ctrl+K (Cmd+K) searches the rooms; Alt with up and down goes to the next one, with Shift to the next unread one. */
export function useRoomKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isSearchKey(event)) {
        event.preventDefault();
        const field = document.querySelector<HTMLInputElement>('[data-testid="room-search"]');
        field?.focus();
        field?.select();
      } else if (event.altKey && !event.ctrlKey && !event.metaKey && /^Arrow(Up|Down)$/.test(event.key)) {
        event.preventDefault();
        walk(event.key === 'ArrowUp' ? -1 : 1, event.shiftKey);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

const isSearchKey = (event: KeyboardEvent) =>
  event.key.toLowerCase() === 'k' && (apple ? event.metaKey : event.ctrlKey) && !event.altKey && !event.shiftKey;

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
