import { describe, expect, it } from 'vitest';
import {
  letGo,
  mergeMessages,
  openLog,
  takeMessage,
  takeOlder,
  takeSync,
  trimLog,
  type RoomLog,
} from '@/features/messages/log';
import { member, anna, message, room } from '@/testing/samples';

const log = (messages = [message(1), message(2), message(3)], more: Partial<RoomLog> = {}): RoomLog => ({
  rev: Math.max(...messages.map(({ rev }) => rev)),
  messages,
  hasMore: false,
  ...more,
});
const seqs = (of: RoomLog | undefined) => of?.messages.map(({ seq }) => seq);

describe('merging', () => {
  it('orders by seq whatever the order of arrival', () => {
    expect(mergeMessages([message(3)], [message(1), message(2)]).map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('keeps the higher rev of two versions, whichever comes first', () => {
    const old = message(1, { text: 'old' });
    const changed = message(1, { rev: 9, text: 'new' });
    expect(mergeMessages([old], [changed])).toEqual([changed]);
    expect(mergeMessages([changed], [old])).toEqual([changed]);
  });

  it('returns the very same list when nothing is new', () => {
    const held = [message(1)];
    expect(mergeMessages(held, [message(1)])).toBe(held);
  });

  it('keeps the clientId of an own message when a later version comes without it', () => {
    const [merged] = mergeMessages([message(1, { clientId: 'c' })], [message(1, { rev: 2, contentType: 'RECALLED' })]);
    expect(merged).toMatchObject({ clientId: 'c', contentType: 'RECALLED' });
  });
});

describe('a pushed message', () => {
  it('is appended when it follows by exactly one', () => {
    expect(takeMessage(log(), message(4))).toMatchObject({ rev: 4, messages: { length: 4 } });
  });

  it('changes an earlier message in place', () => {
    const next = takeMessage(log(), message(2, { rev: 4, contentType: 'RECALLED', text: undefined }));
    expect(seqs(next)).toEqual([1, 2, 3]);
    expect(next).toMatchObject({ rev: 4 });
    expect(next?.messages[1]?.contentType).toBe('RECALLED');
  });

  it('changes nothing when it is known already', () => {
    const held = log();
    expect(takeMessage(held, message(3))).toBe(held);
  });

  it('is not placed behind a gap', () => {
    expect(takeMessage(log(), message(5))).toBeUndefined();
  });

  it('UX-02 counts once when the push comes before the answer, and once when it comes after', () => {
    const own = message(4, { clientId: 'c', userId: '1' });
    const pushed = takeMessage(log(), own);
    expect(pushed && takeMessage(pushed, own)).toBe(pushed);
    expect(seqs(pushed)).toEqual([1, 2, 3, 4]);
  });

  it('does not tear a hole when it concerns a message above what is loaded', () => {
    const held = log([message(50), message(51)], { hasMore: true, rev: 51 });
    const next = takeMessage(held, message(7, { rev: 52, contentType: 'RECALLED' }));
    expect(seqs(next)).toEqual([50, 51]);
    expect(next?.rev).toBe(52);
  });
});

describe('a difference', () => {
  it('UX-36 brings everything that is missing, in order', () => {
    const next = takeSync(log(), {
      messages: [message(4), message(5), message(1, { rev: 6, text: 'changed' })],
      rev: 6,
    });
    expect(seqs(next)).toEqual([1, 2, 3, 4, 5]);
    expect(next).toMatchObject({ rev: 6 });
    expect(next?.messages[0]?.text).toBe('changed');
  });

  it('can be empty', () => {
    const held = log();
    expect(takeSync(held, { messages: [], rev: 3 })).toBe(held);
  });

  it('that is too large asks for a fresh start', () => {
    expect(takeSync(log(), { reset: true, rev: 9_000 })).toBeUndefined();
  });

  it('never moves rev backwards', () => {
    expect(takeSync(log(), { messages: [], rev: 1 })?.rev).toBe(3);
  });
});

describe('loading', () => {
  it('takes the first page with its rev', () => {
    const opened = openLog({
      room: room(),
      members: [member(anna)],
      readSeqs: {},
      messages: [message(8), message(9)],
      hasMore: true,
      rev: 12,
    });
    expect(opened).toMatchObject({ rev: 12, hasMore: true });
    expect(seqs(opened)).toEqual([8, 9]);
  });

  it('puts older pages in front without touching rev', () => {
    const next = takeOlder(log([message(3)], { rev: 7 }), { messages: [message(1), message(2)], hasMore: false });
    expect(seqs(next)).toEqual([1, 2, 3]);
    expect(next).toMatchObject({ rev: 7, hasMore: false });
  });

  it('UX-13 lets the upper part go when there is very much of it', () => {
    const many = log(Array.from({ length: 500 }, (_, index) => message(index + 1)));
    expect(letGo(many)).toMatchObject({ hasMore: true, messages: { length: 200 } });
    expect(seqs(letGo(many))?.at(-1)).toBe(500);
    expect(letGo(log())).toEqual(log());
  });
});

describe('a log that lost its start', () => {
  it('forgets what is before the start, and has nothing above it', () => {
    const trimmed = trimLog(log(undefined, { hasMore: true }), 2);
    expect(seqs(trimmed)).toEqual([2, 3]);
    expect(trimmed.hasMore).toBe(false);
    expect(seqs(trimLog(log(), 4))).toEqual([]);
  });

  it('stays the very same when the start is above our stretch, or was known', () => {
    const held = log([message(5), message(6)], { hasMore: true });
    expect(trimLog(held, 3)).toBe(held);
    const whole = log([message(5), message(6)]);
    expect(trimLog(whole, 5)).toBe(whole);
  });
});
