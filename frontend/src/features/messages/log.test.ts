import { describe, expect, it } from 'vitest';
import {
  leavePassage,
  letGo,
  mergeMessages,
  openLog,
  takeMessage,
  readOf,
  takeNewer,
  takeOlder,
  takePassage,
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
    const next = takeOlder(log([message(3)], { rev: 7 }), { messages: [message(1), message(2)], hasMore: false }, 3);
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

describe('a passage far up', () => {
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => message(from + i));
  const answer = (from: number, to: number) => ({ messages: range(from, to), hasMore: true });
  const end = () => log(range(901, 1000), { hasMore: true });
  const visited = () => takePassage(end(), answer(100, 199), 1);
  const read = (of: RoomLog) => readOf(of).messages.map(({ seq }) => seq);

  it('is read instead of the end, and left again', () => {
    expect(read(visited())).toEqual(range(100, 199).map(({ seq }) => seq));
    expect(readOf(visited()).hasMore).toBe(true);
    expect(visited().messages).toHaveLength(100);
    expect(leavePassage(visited())).toEqual(end());
  });

  it('begins where the room begins', () => {
    expect(readOf(takePassage(end(), answer(1, 100), 1)).hasMore).toBe(false);
  });

  it('grows both ways, and takes no answer that does not fit', () => {
    const up = takeOlder(visited(), answer(50, 99), 100);
    expect(read(takeNewer(up, answer(200, 249), 199))).toEqual(range(50, 249).map(({ seq }) => seq));
    expect(takeOlder(visited(), answer(30, 79), 80)).toEqual(visited());
    expect(takeNewer(visited(), answer(300, 349), 299)).toEqual(visited());
    expect(takeOlder(visited(), answer(801, 900), 901).messages).toHaveLength(200);
  });

  it('becomes one with the end when it meets it', () => {
    const near = takePassage(end(), answer(801, 880), 1);
    const met = takeNewer(near, answer(881, 930), 880);
    expect(met.passage).toBeUndefined();
    expect(met.messages.map(({ seq }) => seq)).toEqual(range(801, 1000).map(({ seq }) => seq));
    expect(met.hasMore).toBe(true);
  });

  it('is changed by what is pushed, and an answer that was under way does not bring back what was before', () => {
    const changed = takeMessage(visited(), message(150, { rev: 1001, text: 'edited' }))!;
    expect(readOf(changed).messages.find(({ seq }) => seq === 150)?.text).toBe('edited');
    expect(changed.messages).toHaveLength(100);
    const later = takeMessage(end(), message(150, { rev: 1001, text: 'edited' }))!;
    const stale = takePassage(later, answer(100, 199), 1);
    expect(readOf(stale).messages.find(({ seq }) => seq === 150)?.text).toBe('edited');
  });

  it('loses what the room does not keep any more', () => {
    expect(read(trimLog(visited(), 150))[0]).toBe(150);
    expect(trimLog(visited(), 150).hasMore).toBe(true);
    expect(trimLog(visited(), 500).passage).toBeUndefined();
  });
});
