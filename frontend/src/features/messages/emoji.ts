import { recall, remember } from '@/lib/storage';

export interface Emoji {
  emoji: string;
  /** What it is found by, in both languages; the first word of each is its name. */
  en: string;
  zh: string;
}

const RECENT_KEY = 'parley.emoji';
const RECENT_MOST = 16;
const FIRST = ['👍', '❤️', '😂'];

/** Those used last first; who has used none yet is offered what everybody uses. */
export function recentEmoji(): string[] {
  const kept = (recall(RECENT_KEY) ?? '').split(' ').filter(Boolean);
  return [...new Set([...kept, ...FIRST])];
}

export function usedEmoji(emoji: string): void {
  const others = recentEmoji().filter((one) => one !== emoji);
  remember(RECENT_KEY, [emoji, ...others].slice(0, RECENT_MOST).join(' '));
}

/** Those that have every word of the question at the beginning of a word, or in Chinese anywhere. */
export function findEmoji(all: readonly Emoji[], question: string): Emoji[] {
  const words = question.toLowerCase().split(/\s+/u).filter(Boolean);
  return all.filter(({ emoji, en, zh }) =>
    words.every((word) => emoji === word || zh.includes(word) || en.split(' ').some((one) => one.startsWith(word))),
  );
}
