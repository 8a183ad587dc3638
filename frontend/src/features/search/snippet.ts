export interface Span {
  start: number;
  end: number;
}

export interface Part {
  text: string;
  found: boolean;
}

const BEFORE = 80;
const LENGTH = 320;

/** The part of a text around the first place that was found, cut into what was found and what is between. */
export function snippet(text: string, highlights: readonly Span[]): Part[] {
  const first = highlights[0]?.start ?? 0;
  const from = whole(text, text.length <= LENGTH ? 0 : Math.max(0, first - BEFORE));
  const to = whole(text, Math.min(text.length, from + LENGTH));
  const parts: Part[] = [];
  const add = (start: number, end: number, found: boolean) => {
    if (end > start) {
      parts.push({ text: text.slice(start, end), found });
    }
  };
  let reached = from;
  for (const { start, end } of highlights) {
    if (start >= reached && end <= to) {
      add(reached, start, false);
      add(start, end, true);
      reached = end;
    }
  }
  add(reached, to, false);
  return dotted(parts, from > 0, to < text.length);
}

/** Not in the middle of a character. */
function whole(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

function dotted(parts: Part[], before: boolean, after: boolean): Part[] {
  return parts.map((part, index) => ({
    ...part,
    text: `${before && index === 0 ? '…' : ''}${part.text}${after && index === parts.length - 1 ? '…' : ''}`,
  }));
}
