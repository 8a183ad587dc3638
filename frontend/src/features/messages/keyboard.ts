import type { KeyboardEvent } from 'react';
import { pressed } from '@/lib/shortcuts';

/**
 * Up and down walk from message to message, Enter opens the actions of the focused one, left and right walk between
 * them and whatever else can be pressed in it, Escape leaves them.
 */
export function walkMessages(event: KeyboardEvent<HTMLElement>, list: HTMLElement | null): void {
  const target = event.target as HTMLElement;
  const current = target.closest<HTMLElement>('[data-testid="message"]');
  if (target.closest('textarea, input')) {
    return; // These keys move the caret there.
  }
  if (pressed('messageActions', event) && current === target) {
    const action = current.querySelector<HTMLElement>('.actions button');
    if (action) {
      event.preventDefault();
      action.focus();
    }
  } else if (event.key === 'Escape' && current && current !== target) {
    event.preventDefault();
    current.focus();
  } else if (current && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
    const step = event.key === 'ArrowLeft' ? -1 : 1;
    walkWithin(current, target, step);
    event.preventDefault();
  } else if (pressed('previousMessage', event) || pressed('nextMessage', event)) {
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

function walkWithin(message: HTMLElement, from: HTMLElement, step: number): void {
  const all = [...message.querySelectorAll<HTMLElement>('button:not(:disabled), a[href]')];
  const at = all.indexOf(from);
  const next = at < 0 ? (step > 0 ? all[0] : all.at(-1)) : all[at + step];
  next?.focus();
}
