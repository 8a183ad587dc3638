import { linkify } from '@/lib/linkify';

/** A stretch of text within a paragraph. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong' | 'emphasis' | 'strike'; parts: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; href: string; parts: Inline[] }
  | { kind: 'mention'; text: string; name: string };

/** Emphasis in emphasis: deeper than this nobody reads. */
const DEPTH = 4;

/** Tried in this order at each place where one could begin. Signs need text right behind and before them. */
const SPANS: { kind: 'strong' | 'emphasis' | 'strike'; sign: string }[] = [
  { kind: 'strong', sign: '**' },
  { kind: 'strong', sign: '__' },
  { kind: 'strike', sign: '~~' },
  { kind: 'emphasis', sign: '*' },
  { kind: 'emphasis', sign: '_' },
];
const WORD = /[\p{L}\p{N}]/u;
const BEGINNINGS = /[`*_~[@\\]|https?:/giu;
const LINK = /\[([^[\]\n]{1,300})\]\(((?:https?:\/\/|mailto:)[^\s()<>"]{1,2000})\)/iuy;
const ADDRESS = /https?:\/\/[^\s<>"']+/iuy;
const ESCAPABLE = /[\\`*_~[\]@>#]/;

export function parseInline(text: string, names: readonly string[], depth: number): Inline[] {
  const parts: Inline[] = [];
  let plain = 0;
  let at = 0;
  const flush = (end: number) => pushText(parts, text.slice(plain, end));
  // Where a sign was looked for in vain it need not be looked for again: hostile texts cost no more than others.
  const missing = new Set<string>();
  for (;;) {
    BEGINNINGS.lastIndex = at;
    const beginning = BEGINNINGS.exec(text);
    if (!beginning) {
      break;
    }
    at = beginning.index;
    const found = spanAt(text, at, { names, depth, missing });
    if (found) {
      flush(at);
      if (found.part) {
        parts.push(found.part);
      }
      plain = found.plainFrom ?? found.next;
      at = found.next;
    } else {
      at += 1;
    }
  }
  flush(text.length);
  return parts;
}

interface Found {
  part?: Inline;
  next: number;
  /** Where the plain text goes on, if that is before `next`. */
  plainFrom?: number;
}

interface Context {
  names: readonly string[];
  depth: number;
  missing: Set<string>;
}

function spanAt(text: string, at: number, context: Context): Found | undefined {
  const sign = text[at];
  if (sign === '\\') {
    // The backslash goes, what it protects stays.
    return ESCAPABLE.test(text[at + 1] ?? '') ? { next: at + 2, plainFrom: at + 1 } : undefined;
  }
  if (sign === '`') {
    return codeAt(text, at, context.missing);
  }
  if (sign === '[') {
    return linkAt(text, at, context);
  }
  if (sign === '@') {
    return mentionAt(text, at, context.names);
  }
  if (sign === 'h' || sign === 'H') {
    return addressAt(text, at);
  }
  return context.depth < DEPTH ? emphasisAt(text, at, context) : undefined;
}

function codeAt(text: string, at: number, missing: Set<string>): Found | undefined {
  if (missing.has('`')) {
    return undefined;
  }
  const end = text.indexOf('`', at + 1);
  if (end < 0) {
    missing.add('`');
    return undefined;
  }
  const code = text.slice(at + 1, end);
  return code.trim() === '' || code.includes('\n') ? undefined : { part: { kind: 'code', text: code }, next: end + 1 };
}

function linkAt(text: string, at: number, { names, depth }: Context): Found | undefined {
  LINK.lastIndex = at;
  const [all, label = '', href = ''] = LINK.exec(text) ?? [];
  if (all === undefined || !URL.canParse(href)) {
    return undefined;
  }
  return { part: { kind: 'link', href, parts: labelOf(label, href, names, depth) }, next: at + all.length };
}

/** A label that shows one address and leads to another is a trap: then the address it leads to is the label. */
function labelOf(label: string, href: string, names: readonly string[], depth: number): Inline[] {
  const parts = parseInline(label, names, depth + 1);
  return parts.some(({ kind }) => kind === 'link' || kind === 'mention') ? [{ kind: 'text', text: href }] : parts;
}

function addressAt(text: string, at: number): Found | undefined {
  if (WORD.test(text[at - 1] ?? '')) {
    return undefined;
  }
  ADDRESS.lastIndex = at;
  const run = ADDRESS.exec(text)?.[0] ?? '';
  const first = linkify(run)[0];
  return first?.kind === 'link'
    ? {
        part: { kind: 'link', href: first.href, parts: [{ kind: 'text', text: first.text }] },
        next: at + first.text.length,
      }
    : undefined;
}

function mentionAt(text: string, at: number, names: readonly string[]): Found | undefined {
  if (names.length === 0 || /[\p{L}\p{M}\p{N}._@/-]/u.test(text[at - 1] ?? '')) {
    return undefined;
  }
  const behind = text.slice(at + 1, at + 65).toLowerCase();
  const name = names.find((one) => behind.startsWith(one));
  if (name === undefined) {
    return undefined;
  }
  const next = at + 1 + name.length;
  return { part: { kind: 'mention', text: text.slice(at, next), name }, next };
}

function emphasisAt(text: string, at: number, { names, depth, missing }: Context): Found | undefined {
  for (const { kind, sign } of SPANS) {
    if (!text.startsWith(sign, at) || missing.has(sign)) {
      continue;
    }
    const from = at + sign.length;
    const opens = /\S/.test(text[from] ?? '') && !text.startsWith(sign[0] ?? '', from);
    const inWord = sign.startsWith('_') && WORD.test(text[at - 1] ?? '');
    if (!opens || inWord) {
      continue;
    }
    const end = closing(text, from, sign);
    if (end === undefined) {
      missing.add(sign);
    } else {
      return { part: { kind, parts: parseInline(text.slice(from, end), names, depth + 1) }, next: end + sign.length };
    }
  }
  return undefined;
}

/** Where the sign stands again, with text before it. */
function closing(text: string, from: number, sign: string): number | undefined {
  for (let end = text.indexOf(sign, from + 1); end >= 0; end = text.indexOf(sign, end + 1)) {
    const single = sign.length === 1;
    const doubled = single && (text[end + 1] === sign || text[end - 1] === sign);
    const after = text[end + sign.length] ?? '';
    const inWord = sign.startsWith('_') && WORD.test(after);
    if (/\S/.test(text[end - 1] ?? '') && !doubled && !inWord) {
      return end;
    }
  }
  return undefined;
}

function pushText(parts: Inline[], text: string): void {
  const last = parts.at(-1);
  if (text === '') {
    return;
  }
  if (last?.kind === 'text') {
    last.text += text;
  } else {
    parts.push({ kind: 'text', text });
  }
}

/** The words without their dress. */
export const inlineWords = (parts: Inline[]): string =>
  parts.map((part) => ('text' in part ? part.text : inlineWords(part.parts))).join('');
