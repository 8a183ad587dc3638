import { inlineWords, parseInline, type Inline } from '@/lib/markdownInline';

export type { Inline };

/**
 * A small part of Markdown, as people know it from other chats. What comes out is a tree, not HTML: whoever shows it
 * makes elements of it, and there is nothing a message could smuggle in. Anything that is not understood stays the text
 * that was typed.
 */
export type Block =
  | { kind: 'paragraph'; parts: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'list'; ordered: boolean; start: number; items: Inline[][] };

/** Quotes in quotes: deeper than this nobody reads. */
const DEPTH = 4;
const FENCE = /^ {0,3}```/;
const QUOTE = /^ {0,3}> ?/;
const BULLET = /^ {0,3}[-*+] +(?=\S)/;
const NUMBER = /^ {0,3}(\d{1,9})[.)] +(?=\S)/;

/** `names` are the user names that count as mentions when they stand behind an @, in lower case. */
export function parseMarkdown(text: string, names: readonly string[] = []): Block[] {
  return parseBlocks(
    text.split('\n'),
    [...names].sort((a, b) => b.length - a.length),
    0,
  );
}

function parseBlocks(lines: string[], names: string[], depth: number): Block[] {
  const blocks: Block[] = [];
  let plain: string[] = [];
  const endParagraph = () => {
    const body = plain.join('\n').replace(/^\n+|\n+$/g, '');
    if (body.trim() !== '') {
      blocks.push({ kind: 'paragraph', parts: parseInline(body, names, 0) });
    }
    plain = [];
  };
  for (let at = 0; at < lines.length;) {
    const found = blockAt(lines, at, names, depth);
    if (found) {
      endParagraph();
      blocks.push(found.block);
      at = found.next;
    } else {
      plain.push(lines[at] ?? '');
      at++;
    }
  }
  endParagraph();
  return blocks;
}

function blockAt(
  lines: string[],
  at: number,
  names: string[],
  depth: number,
): { block: Block; next: number } | undefined {
  const line = lines[at] ?? '';
  if (FENCE.test(line)) {
    return fencedCode(lines, at);
  }
  if (QUOTE.test(line) && depth < DEPTH) {
    const next = endOf(lines, at, QUOTE);
    const inner = lines.slice(at, next).map((one) => one.replace(QUOTE, ''));
    return { block: { kind: 'quote', blocks: parseBlocks(inner, names, depth + 1) }, next };
  }
  for (const marker of [BULLET, NUMBER]) {
    const first = marker.exec(line);
    if (first) {
      const next = endOf(lines, at, marker);
      const items = lines.slice(at, next).map((one) => parseInline(one.replace(marker, ''), names, 0));
      return { block: { kind: 'list', ordered: marker === NUMBER, start: Number(first[1] ?? 1), items }, next };
    }
  }
  return undefined;
}

/** The first line from here on that does not begin like this. */
function endOf(lines: string[], from: number, start: RegExp): number {
  let end = from;
  while (end < lines.length && start.test(lines[end] ?? '')) {
    end++;
  }
  return end;
}

function fencedCode(lines: string[], at: number): { block: Block; next: number } | undefined {
  const opening = (lines[at] ?? '').trim().slice(3);
  if (opening.endsWith('```') && opening.length > 3) {
    return { block: { kind: 'code', text: opening.slice(0, -3) }, next: at + 1 };
  }
  if (opening.includes('`')) {
    return undefined;
  }
  let end = at + 1;
  while (end < lines.length && !/^ {0,3}```\s*$/.test(lines[end] ?? '')) {
    end++;
  }
  return { block: { kind: 'code', text: lines.slice(at + 1, end).join('\n') }, next: end + 1 };
}

/** The text alone, in one line: for previews, quotes and screen readers. */
export function plainText(text: string): string {
  return parseMarkdown(text).map(wordsOf).join(' ').replace(/\s+/g, ' ').trim();
}

function wordsOf(block: Block): string {
  switch (block.kind) {
    case 'code':
      return block.text;
    case 'quote':
      return block.blocks.map(wordsOf).join(' ');
    case 'list':
      return block.items.map(inlineWords).join(', ');
    case 'paragraph':
      return inlineWords(block.parts);
  }
}
