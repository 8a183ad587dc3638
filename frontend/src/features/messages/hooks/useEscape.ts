import { useEffect, useRef } from 'react';
import { pressed } from '@/lib/shortcuts';

const OPEN = '[role="dialog"], [role="alertdialog"], [role="menu"]:not([hidden]), [role="listbox"]';

/** Escape, where it has nothing else to close, cancel or empty. */
export function useEscape(onEscape: () => void): void {
  const latest = useRef(onEscape);
  useEffect(() => {
    latest.current = onEscape;
  });
  useEffect(() => {
    let busy = false;
    // Asked before anybody handles the key: afterwards what it has closed is gone.
    const before = () => {
      busy = document.querySelector(OPEN) !== null;
    };
    const onKey = (event: KeyboardEvent) => {
      const elsewhere = event.target instanceof Element && event.target.matches('input, select');
      if (pressed('markRead', event) && !busy && !elsewhere && !event.defaultPrevented && !event.isComposing) {
        latest.current();
      }
    };
    window.addEventListener('keydown', before, { capture: true });
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', before, { capture: true });
      window.removeEventListener('keydown', onKey);
    };
  }, []);
}
