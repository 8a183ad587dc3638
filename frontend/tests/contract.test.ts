import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript';
import { expect, it } from 'vitest';

const read = (path: string) => readFile(resolve(import.meta.dirname, '..', path), 'utf8');

it('the generated types are those of the contract: npm run generate', async () => {
  const types = await openapiTS(await read('openapi/openapi.json'), { silent: true });
  // Compared as a whole: what differs is said by git after generating again.
  expect((await read('src/api/generated/schema.ts')) === COMMENT_HEADER + astToString(types)).toBe(true);
});
