const PARAMETER = 'message';

/** The lasting address of a message: opens its room around it. */
export const messagePath = (roomId: string, seq: number) => `/rooms/${roomId}?${PARAMETER}=${seq}`;

/** The number of the message that an address leads to. */
export function linkedSeq(search: string): number | undefined {
  const value = new URLSearchParams(search).get(PARAMETER) ?? '';
  return /^[1-9]\d{0,14}$/.test(value) ? Number(value) : undefined;
}

const OURS = /^\/(rooms|people|invite)\//;

/** Where an address leads within this client; undefined: out of it. */
export function pathWithin(href: string): string | undefined {
  const url = URL.canParse(href, location.origin) ? new URL(href, location.origin) : undefined;
  return url?.origin === location.origin && OURS.test(url.pathname) ? url.pathname + url.search : undefined;
}
