export type TextPart = { kind: 'text'; text: string } | { kind: 'link'; text: string; href: string };

const LINK = /\bhttps?:\/\/[^\s<>"'，。；：！？、（）【】《》「」]+/giu;

/** Finds web addresses in plain text. Only http and https: nothing a message says can become a script. */
export function linkify(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    const address = withoutTail(match[0]);
    if (!URL.canParse(address)) {
      continue;
    }
    if (match.index > end) {
      parts.push({ kind: 'text', text: text.slice(end, match.index) });
    }
    parts.push({ kind: 'link', text: address, href: address });
    end = match.index + address.length;
  }
  if (end < text.length) {
    parts.push({ kind: 'text', text: text.slice(end) });
  }
  return parts;
}

/** The full stop of the sentence, and a bracket that was opened before the address, are not part of it. */
function withoutTail(address: string): string {
  let tail = address.replace(/[.,;:!?*_~]+$/u, '');
  if (tail.endsWith(')') && !tail.includes('(')) {
    tail = tail.slice(0, -1);
  }
  return tail;
}
