import { useEffect } from 'react';
import { pressed } from '@/lib/shortcuts';

const order = ['rooms', 'header', 'main', 'messages', 'composer', 'details'];
const FOCUSABLE = 'a[href], button:not([disabled]), input, textarea, select, [tabindex]';

/** F6 (with Shift backwards) goes from pane to pane: list, header, messages, input, details. */
export function usePaneKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const back = pressed('previousPane', event);
      if (!back && !pressed('nextPane', event)) {
        return;
      }
      event.preventDefault();
      const panes = order
        .map((name) => document.querySelector<HTMLElement>(`[data-pane="${name}"]`))
        .filter((pane) => pane !== null)
        .filter((pane) => pane.offsetParent !== null);
      const current = panes.findIndex((pane) => pane.contains(document.activeElement));
      const next = panes[(current + (back ? -1 : 1) + panes.length) % panes.length];
      (next?.matches('[tabindex="0"]') ? next : next?.querySelector<HTMLElement>(FOCUSABLE))?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
