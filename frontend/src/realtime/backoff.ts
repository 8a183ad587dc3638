const FIRST_MS = 500;
const MOST_MS = 30_000;

/** Full jitter: any time between now and the doubled limit, so that a restarted server is not stampeded. */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  return Math.round(random() * Math.min(MOST_MS, FIRST_MS * 2 ** attempt));
}
