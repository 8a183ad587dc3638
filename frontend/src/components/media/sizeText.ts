import type { TFunction } from 'i18next';

const STEP = 1_000;
const units = ['b', 'kb', 'mb', 'gb'] as const;

/** A size as people say it: 482 kB. */
export function sizeText(t: TFunction, bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= STEP && unit < units.length - 1) {
    value /= STEP;
    unit += 1;
  }
  const n = unit === 0 || value >= 100 ? Math.round(value) : Math.round(value * 10) / 10;
  return t(`media.bytes.${units[unit] ?? 'b'}`, { n });
}
