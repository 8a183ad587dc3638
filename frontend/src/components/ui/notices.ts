/** Short words about something that was done, or could not be done, where no place of its own is left for them. */
export interface Notice {
  id: number;
  text: string;
  tone: 'info' | 'error';
  /** What can be done about it, as long as it is shown. */
  action?: { label: string; run: () => void };
}

const SHOWN_FOR_MS = 6_000;
let notices: Notice[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: Notice[]): void {
  notices = next;
  listeners.forEach((listener) => listener());
}

export function say(text: string, tone: Notice['tone'] = 'info', action?: Notice['action']): void {
  const id = ++lastId;
  change([...notices.slice(-2), { id, text, tone, action }]);
  setTimeout(() => dismiss(id), SHOWN_FOR_MS);
}

export function dismiss(id: number): void {
  change(notices.filter((notice) => notice.id !== id));
}

export const currentNotices = () => notices;

export function onNotices(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
