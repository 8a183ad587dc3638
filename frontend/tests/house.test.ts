import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

/** The import rules must be seen to bite: each forbidden import stands beside an allowed one. */
const eslint = new ESLint({
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
  ruleFilter: ({ ruleId }) => ruleId === 'import-x/no-restricted-paths',
});

async function complaints(filePath: string, imported: string): Promise<number> {
  const results = await eslint.lintText(`import '${imported}';\n`, { filePath });
  return results.flatMap(({ messages }) => messages).length;
}

describe('the house', () => {
  it.each([
    ['src/features/rooms/new.ts', '@/features/messages/api', '@/features/rooms/api'],
    ['src/features/rooms/new.ts', '@/app/store', '@/api/base'],
    ['src/api/new.ts', '@/features/rooms/api', '@/api/base'],
    ['src/api/new.ts', '@/realtime/slice', '@/lib/text'],
    ['src/components/ui/new.ts', '@/features/rooms/api', '@/api/users'],
    ['src/realtime/new.ts', '@/features/messages/log', '@/api/session'],
    ['src/realtime/new.ts', '@/components/ui/notices', '@/api/problem'],
    ['src/lib/new.ts', '@/api/base', '@/lib/text'],
  ])('%s may not import %s, but %s', async (file, forbidden, allowed) => {
    expect(await complaints(file, forbidden)).toBe(1);
    expect(await complaints(file, allowed)).toBe(0);
  });
});
