import type { KeyboardEvent } from 'react';
import { pressed } from '@/lib/shortcuts';

const SIGNS = { bold: '**', italic: '*', code: '`', strike: '~~' } as const;
const NAMES = Object.keys(SIGNS) as (keyof typeof SIGNS)[];

/** The keys that put the signs of Markdown around what is selected, or take them away. */
export function wrapSelection(event: KeyboardEvent<HTMLTextAreaElement>, onText: (text: string) => void): void {
  const wanted = NAMES.find((name) => pressed(name, event));
  if (!wanted) {
    return;
  }
  const sign = SIGNS[wanted];
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
