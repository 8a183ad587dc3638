/** The length a person and the server count: code points, not UTF-16 units. */
export function codePoints(text: string): number {
  return Array.from(text).length;
}

/** One or two letters to stand for a name; of CJK names the last character, which tells family members apart. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s._-]+/u)
    .filter(Boolean);
  const first = Array.from(words[0] ?? '?');
  if (/\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(words[0] ?? '')) {
    return first.at(-1) ?? '?';
  }
  const second = words.length > 1 ? Array.from(words.at(-1) ?? '')[0] : undefined;
  return `${first[0] ?? '?'}${second ?? ''}`.toLocaleUpperCase();
}

/** A small stable number out of any text: the same person has the same colour everywhere and for ever. */
export function stableIndex(text: string, size: number): number {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  }
  return (hash >>> 0) % size;
}
