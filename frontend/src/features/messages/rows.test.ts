import { describe, expect, it } from 'vitest';
import type { OutboxItem } from '@/features/messages/outbox';
import { buildRows, localDay, shownMessage, splitDays, timeline } from '@/features/messages/rows';
import { message, time } from '@/testing/samples';

const rowsOf = (messages: Parameters<typeof shownMessage>[0][], newFrom?: number) =>
  buildRows(messages.map(shownMessage), newFrom);
const kinds = (messages: Parameters<typeof shownMessage>[0][], newFrom?: number) =>
  rowsOf(messages, newFrom).map((row) => (row.kind === 'message' ? (row.startsGroup ? 'head' : 'more') : row.kind));

const item = (more: Partial<OutboxItem> = {}): OutboxItem => ({
  clientId: 'c',
  roomId: '10',
  text: 'mine',
  createdAt: time(9),
  order: 1,
  state: 'pending',
  ...more,
});

describe('UX-16 groups', () => {
  it('put messages of one author within five minutes under one header', () => {
    expect(kinds([message(1), message(2), message(3, { createdAt: time(8) })])).toEqual([
      'day',
      'head',
      'more',
      'head',
    ]);
  });

  it('end with another author', () => {
    expect(kinds([message(1), message(2, { userId: '9' }), message(3)])).toEqual(['day', 'head', 'head', 'head']);
  });

  it('end with a system message and with the New line', () => {
    const system = message(2, { contentType: 'SYSTEM', system: { type: 'MEMBER_JOINED', userId: '9' } });
    expect(kinds([message(1), system, message(3)])).toEqual(['day', 'head', 'system', 'head']);
    expect(kinds([message(1), message(2)], 2)).toEqual(['day', 'head', 'new', 'head']);
  });
});

describe('UX-15 days', () => {
  it('are separated at midnight of the local time zone', () => {
    const late = new Date(2026, 10, 22, 23, 59).toISOString();
    const early = new Date(2026, 10, 23, 0, 1).toISOString();
    const rows = rowsOf([message(1, { createdAt: late }), message(2, { createdAt: early })]);
    expect(rows.map(({ kind }) => kind)).toEqual(['day', 'message', 'day', 'message']);
    expect(splitDays(rows).map(({ rows: { length } }) => length)).toEqual([1, 1]);
  });

  it('are one day also when the clock changes', () => {
    const morning = new Date(2026, 9, 25, 0, 30).toISOString();
    const night = new Date(2026, 9, 25, 23, 30).toISOString();
    expect(localDay(morning)).toBe(localDay(night));
  });
});

describe('the timeline', () => {
  it('shows a message that is both confirmed and in the outbox once', () => {
    const shown = timeline([message(1, { clientId: 'c' })], [item()], '1', false);
    expect(shown).toHaveLength(1);
    expect(shown[0]).toMatchObject({ key: 'c', state: 'sent' });
  });

  it('UX-02 gives a message the same key before and after its confirmation', () => {
    const before = timeline([], [item()], '1', false)[0];
    const after = timeline([message(1, { clientId: 'c' })], [], '1', false)[0];
    expect(before?.key).toBe(after?.key);
  });

  it('UX-03 calls what waits without a connection not sent', () => {
    expect(timeline([], [item()], '1', true)[0]).toMatchObject({ state: 'failed', code: 'client.unreachable' });
    expect(timeline([], [item({ state: 'stored' })], '1', true)[0]).toMatchObject({ state: 'sent' });
  });

  it('UX-20 knows who recalled a message', () => {
    const recalled = message(1, { contentType: 'RECALLED', text: undefined, recall: { by: '7', at: time(2) } });
    expect(shownMessage(recalled)).toMatchObject({ recalledBy: '7', text: '' });
  });
});
