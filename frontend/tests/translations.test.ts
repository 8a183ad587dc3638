import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../src/i18n/en';
import { zh } from '../src/i18n/zh';

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, prefix = ''): Map<string, string> {
  const words = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') {
      words.set(prefix + key, value);
    } else {
      flat(value, `${prefix}${key}.`).forEach((word, name) => words.set(name, word));
    }
  }
  return words;
}

const PLURAL = /_(zero|one|two|few|many|other)$/;
const english = flat(en);
const chinese = flat(zh);
const meanings = (words: Map<string, string>) => new Set([...words.keys()].map((key) => key.replace(PLURAL, '')));
const holes = (word: string) => [...word.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return sources(path);
    }
    return /(?<!\.test)\.tsx?$/.test(entry.name) ? [readFileSync(path, 'utf8')] : [];
  });
}

describe('UX-50 translations', () => {
  it('exist for every English text', () => {
    expect([...meanings(chinese)].sort()).toEqual([...meanings(english)].sort());
  });

  it('have every plural form their language needs', () => {
    for (const [words, language] of [
      [english, 'en'],
      [chinese, 'zh-CN'],
    ] as const) {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      const counted = [...words.keys()].filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, ''));
      for (const key of new Set(counted)) {
        expect(
          forms.filter((form) => !words.has(`${key}_${form}`)),
          `${language} ${key}`,
        ).toEqual([]);
      }
    }
  });

  it('fill in the same values', () => {
    for (const [key, word] of chinese) {
      const original = english.get(key) ?? english.get(key.replace(PLURAL, '_other')) ?? '';
      expect(holes(word), key).toEqual(holes(original));
    }
  });

  it('are not left empty', () => {
    const empty = [...english, ...chinese].filter(([, word]) => word === '').map(([key]) => key);
    // Nothing is said about a message that has been sent.
    expect(new Set(empty)).toEqual(new Set(['messages.state.sent']));
  });

  it('exist for every key that is used', () => {
    const known = meanings(english);
    const used = sources(join(import.meta.dirname, '../src')).flatMap((source) =>
      [...source.matchAll(/\bt\(\s*'([\w.]+)'/g)].map(([, key]) => key),
    );
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter((key) => !known.has(key))).toEqual([]);
  });
});
