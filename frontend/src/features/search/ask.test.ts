import { describe, expect, it } from 'vitest';
import { parse, startOfDay, textOf, withFilter, withoutFilter } from '@/features/search/ask';
import { snippet } from '@/features/search/snippet';

describe('what is typed into the search', () => {
  it('is words and filters, in any order and any case', () => {
    expect(parse('hello from:ann  HAS:Link in:"Design team" world')).toEqual({
      words: 'hello world',
      filters: [
        { name: 'from', value: 'ann' },
        { name: 'has', value: 'Link' },
        { name: 'in', value: 'Design team' },
      ],
    });
  });

  it('keeps what only looks like a filter', () => {
    expect(parse('https://example.com is:open "in: here" mailfrom:x')).toEqual({
      words: 'https://example.com is:open "in: here" mailfrom:x',
      filters: [],
    });
  });

  it('has one room, one person and one time, but several kinds', () => {
    expect(withFilter('x in:a has:link', { name: 'in', value: 'b c' })).toBe('has:link in:"b c" x');
    expect(withFilter('has:link', { name: 'has', value: 'image' })).toBe('has:link has:image');
    expect(withFilter('has:link', { name: 'has', value: 'LINK' })).toBe('has:LINK');
    expect(withoutFilter('has:link in:a x', { name: 'has', value: 'link' })).toBe('in:a x');
    expect(textOf(parse('  from:ann   hi '))).toBe('from:ann hi');
  });

  it('takes dates as days here', () => {
    expect(startOfDay('2026-11-22')).toBe(new Date(2026, 10, 22).toISOString());
    expect(startOfDay('2026-02-31')).toBeUndefined();
    expect(startOfDay('yesterday')).toBeUndefined();
  });
});

describe('a snippet', () => {
  it('marks what was found', () => {
    expect(snippet('say good morning', [{ start: 4, end: 8 }])).toEqual([
      { text: 'say ', found: false },
      { text: 'good', found: true },
      { text: ' morning', found: false },
    ]);
  });

  it('shows the place in a long text', () => {
    const text = `${'x '.repeat(500)}needle${' y'.repeat(500)}`;
    const parts = snippet(text, [{ start: 1000, end: 1006 }]);
    expect(parts[1]).toEqual({ text: 'needle', found: true });
    expect(parts[0]?.text.startsWith('…')).toBe(true);
    expect(parts[2]?.text.endsWith('…')).toBe(true);
    expect(parts.map((part) => part.text).join('').length).toBeLessThan(400);
  });

  it('does not cut a picture in two', () => {
    const text = `${'🎉'.repeat(200)}needle`;
    const [before] = snippet(text, [{ start: 400, end: 406 }]);
    expect(before?.text.slice(1)).toMatch(/^(🎉)+$/u);
  });
});
