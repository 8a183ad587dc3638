import type { KeyboardEvent } from 'react';

/** Arrows walk from message to message, Enter opens the actions of the focused one, Escape leaves them. */
export function walkMessages(event: KeyboardEvent<HTMLElement>, list: HTMLElement | null): void {
  const target = event.target as HTMLElement;
  const current = target.closest<HTMLElement>('[data-testid="message"]');
  if (event.key === 'Enter' && current === target) {
    const action = current.querySelector<HTMLElement>('.actions button');
    if (action) {
      event.preventDefault();
      action.focus();
    }
  } else if (event.key === 'Escape' && current && current !== target) {
    current.focus();
  } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
    const all = [...(list?.querySelectorAll<HTMLElement>('[data-testid="message"]') ?? [])];
    const step = event.key === 'ArrowUp' ? -1 : 1;
    const next = current ? all[all.indexOf(current) + step] : all.at(-1);
    if (next) {
      event.preventDefault();
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: 'nearest' });
    }
  }
}
