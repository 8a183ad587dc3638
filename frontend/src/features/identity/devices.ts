const browsers: [string, RegExp][] = [
  ['Edge', /\bEdgA?\//],
  ['Opera', /\bOPR\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
];
const systems: [string, RegExp][] = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux|X11/],
];

const first = (list: [string, RegExp][], text: string) => list.find(([, sign]) => sign.test(text))?.[0];

/** What a program says of itself, in the words people know it by; programs that are no browsers by their own name. */
export function deviceName(userAgent: string | undefined): string | undefined {
  if (!userAgent) {
    return undefined;
  }
  const parts = [first(browsers, userAgent), first(systems, userAgent)].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : userAgent.split(' ')[0];
}

export const isPhone = (userAgent: string | undefined): boolean => /Mobi|Android|iPhone/.test(userAgent ?? '');
