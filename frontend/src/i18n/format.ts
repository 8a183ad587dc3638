import i18next from 'i18next';

const cache = new Map<string, Intl.DateTimeFormat>();

function formatter(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${i18next.language}/${name}`;
  const held = cache.get(key) ?? new Intl.DateTimeFormat(i18next.language, options);
  cache.set(key, held);
  return held;
}

const format = (time: string, name: string, options: Intl.DateTimeFormatOptions) =>
  formatter(name, options).format(new Date(time));

const clock = { hour: 'numeric', minute: '2-digit' } as const;

export const clockTime = (time: string) => format(time, 'clock', clock);

/** For narrow places where the hour of the day is known anyway: without the words for morning and afternoon. */
export function bareTime(time: string): string {
  const parts = formatter('clock', clock).formatToParts(new Date(time));
  return parts
    .filter(({ type }) => type !== 'dayPeriod')
    .map(({ value }) => value)
    .join('')
    .trim();
}

export const exactTime = (time: string) => format(time, 'exact', { dateStyle: 'full', timeStyle: 'medium' });

export const mediumDate = (time: string) => format(time, 'medium', { dateStyle: 'medium' });

export const dateAndTime = (time: string) => format(time, 'both', { dateStyle: 'medium', timeStyle: 'short' });

const startOfDay = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate());

/** How many calendar days ago, by local days: rounding takes care of days with 23 or 25 hours. */
export function daysAgo(time: string, now: number): number {
  return Math.round((startOfDay(new Date(now)).getTime() - startOfDay(new Date(time)).getTime()) / 86_400_000);
}

/** "Today", "Yesterday" in the language's own words, else the date. */
export function dayName(time: string, now: number): string {
  const ago = daysAgo(time, now);
  if (ago === 0 || ago === 1) {
    const words = new Intl.RelativeTimeFormat(i18next.language, { numeric: 'auto' }).format(-ago, 'day');
    return words.charAt(0).toLocaleUpperCase() + words.slice(1);
  }
  const sameYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  return sameYear
    ? format(time, 'day', { weekday: 'long', month: 'long', day: 'numeric' })
    : format(time, 'dayAndYear', { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' });
}

/** For lists: the time today, the weekday within a week, else the date. */
export function shortWhen(time: string, now: number): string {
  const ago = daysAgo(time, now);
  if (ago <= 0) {
    return clockTime(time);
  }
  return ago < 7
    ? format(time, 'weekday', { weekday: 'short' })
    : format(time, 'short', { month: 'numeric', day: 'numeric', ...(ago > 300 && { year: '2-digit' }) });
}
