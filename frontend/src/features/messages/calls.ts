const CALL = /(?<![\p{L}\p{M}\p{N}._@/-])@([\p{L}\p{M}\p{N}._-]{1,32})/gu;
const EVERYBODY = 'all';

/** The names that a text calls, each once, in lower case. A full stop or a dash at the end belongs to the sentence. */
function called(text: string): string[] {
  return [...new Set([...text.matchAll(CALL)].map(([, name = '']) => name.replace(/[._-]+$/, '').toLowerCase()))];
}

export const peopleCalled = (text: string): string[] => called(text).filter((name) => name && name !== EVERYBODY);

export const callsEverybody = (text: string): boolean => called(text).includes(EVERYBODY);
