import { useEffect } from 'react';

const order = ['rooms', 'header', 'main', 'messages', 'composer', 'details'];
const FOCUSABLE = 'a[href], button:not([disabled]), input, textarea, select, [tabindex]';

/** F6 (with Shift backwards) goes from pane to pane: list, header, messages, input, details. */
export function usePaneKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.altKey || event.metaKey) {
        return;
      }
      event.preventDefault();
      const panes = order
        .map((name) => document.querySelector<HTMLElement>(`[data-pane="${name}"]`))
        .filter((pane) => pane !== null)
        .filter((pane) => pane.offsetParent !== null);
      const current = panes.findIndex((pane) => pane.contains(document.activeElement));
      const next = panes[(current + (event.shiftKey ? -1 : 1) + panes.length) % panes.length];
      (next?.matches('[tabindex="0"]') ? next : next?.querySelector<HTMLElement>(FOCUSABLE))?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
