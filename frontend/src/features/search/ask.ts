/** What a message can bring. */
export const KINDS = ['link', 'file', 'image', 'video', 'audio'] as const;
export type Kind = (typeof KINDS)[number];

const FILTERS = ['from', 'in', 'before', 'after', 'has'] as const;
export type FilterName = (typeof FILTERS)[number];

export interface Filter {
  name: FilterName;
  value: string;
}

/** What somebody typed: words, and filters such as `from:ann in:"Design team" before:2026-11-22 has:link`. */
export interface Typed {
  words: string;
  filters: Filter[];
}

/** What becomes of the text that is there. */
export type Rewrite = (text: string) => string;

/** What the server is asked for. */
export interface Ask {
  q?: string;
  roomId?: string;
  from?: string;
  before?: string;
  after?: string;
  has: Kind[];
}

const TOKEN = new RegExp(String.raw`(^|\s)(${FILTERS.join('|')}):(?:"([^"]*)"|([^\s"]\S*))`, 'giu');

export function parse(text: string): Typed {
  const filters: Filter[] = [];
  const words = text.replace(TOKEN, (_, space: string, name: string, quoted?: string, plain?: string) => {
    filters.push({ name: name.toLowerCase() as FilterName, value: quoted ?? plain ?? '' });
    return space;
  });
  return { words: words.replace(/\s+/gu, ' ').trim(), filters };
}

const write = ({ name, value }: Filter) => `${name}:${/[\s"]/u.test(value) ? `"${value.replaceAll('"', '')}"` : value}`;

export const textOf = ({ words, filters }: Typed) => [...filters.map(write), words].filter(Boolean).join(' ');

const same = (a: Filter, b: Filter) => a.name === b.name && a.value.toLowerCase() === b.value.toLowerCase();

/** Puts a filter in; one may ask for several kinds at once, but only for one person, room or time. */
export function withFilter(text: string, filter: Filter): string {
  const { words, filters } = parse(text);
  const others = filters.filter((one) => (filter.name === 'has' ? !same(one, filter) : one.name !== filter.name));
  return textOf({ words, filters: [...others, filter] });
}

export function withoutFilter(text: string, filter: Filter): string {
  const { words, filters } = parse(text);
  return textOf({ words, filters: filters.filter((one) => !same(one, filter)) });
}

export const isKind = (value: string): value is Kind => (KINDS as readonly string[]).includes(value.toLowerCase());

/** The beginning of a day here, as a time everywhere; undefined if it is no date. */
export function startOfDay(date: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(date) ?? [];
  const time = new Date(Number(year), Number(month) - 1, Number(day));
  const real = time.getMonth() === Number(month) - 1 && time.getDate() === Number(day);
  return real ? time.toISOString() : undefined;
}
