import type { KeyboardEvent } from 'react';

/** Ctrl+B, Ctrl+I, Ctrl+E and Ctrl+Shift+X put the signs of Markdown around what is selected, or take them away. */
const SIGNS: Record<string, string> = { b: '**', i: '*', e: '`', X: '~~', x: '~~' };

export function wrapSelection(event: KeyboardEvent<HTMLTextAreaElement>, onText: (text: string) => void): void {
  const strike = event.key.toLowerCase() === 'x';
  const sign = SIGNS[event.key];
  if (!(event.ctrlKey || event.metaKey) || event.altKey || sign === undefined || strike !== event.shiftKey) {
    return;
  }
  event.preventDefault();
  const area = event.currentTarget;
  const { value, selectionStart: from, selectionEnd: to } = area;
  const selected = value.slice(from, to);
  const wrapped = value.slice(from - sign.length, from) === sign && value.slice(to, to + sign.length) === sign;
  const [start, end] = wrapped ? [from - sign.length, to + sign.length] : [from, to];
  const next = value.slice(0, start) + (wrapped ? selected : sign + selected + sign) + value.slice(end);
  onText(next);
  const caret = wrapped ? start : start + sign.length;
  requestAnimationFrame(() => area.setSelectionRange(caret, caret + selected.length));
}
