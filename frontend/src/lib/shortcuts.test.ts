import { expect, it } from 'vitest';
import { isTaken, keyNames, keysOf, SHORTCUT_GROUPS, shortcutsOf } from '@/lib/shortcuts';

/** The code of the client has no types of Node; its tests run on it all the same. */
interface Files {
  readFileSync: (path: string, encoding: 'utf8') => string;
}
const MODULE: string = 'node:fs';

it('docs/keys.md names every key, and those that browsers use too', async () => {
  const { readFileSync } = (await import(/* @vite-ignore */ MODULE)) as Files;
  const documented = readFileSync('../docs/keys.md', 'utf8');
  const listed = new Set(
    [...documented.matchAll(/^\| (.+) \| .+ \|$/gmu)]
      .flatMap(([, keys = '']) => keys.split(', '))
      .map((key) => key.replace(' in the empty input', '')),
  );
  const names = SHORTCUT_GROUPS.flatMap(shortcutsOf).filter((name) => name !== 'newLine' && name !== 'messageActions');
  const wanted = names.map((name) => keyNames(keysOf(name)[0] ?? '').join('+') + (isTaken(name) ? ' \\*' : ''));
  expect(wanted.filter((key) => !listed.has(key))).toEqual([]);
});
