/**
 * Runs a task while no other tab of this browser runs one of the same name.
 *
 * The Web Locks API exists only in secure contexts; a server reached over plain HTTP in a local network has none.
 * There a short lease in localStorage does the same job as well as it can be done: a tab that dies gives way after the
 * lease has run out.
 */
const LEASE_MS = 10_000;
const POLL_MS = 50;
const queues = new Map<string, Promise<unknown>>();

export function exclusive<T>(name: string, task: () => Promise<T>): Promise<T> {
  const locks = (navigator as Partial<Navigator>).locks;
  if (locks) {
    return locks.request(name, task) as Promise<T>;
  }
  const turn = (queues.get(name) ?? Promise.resolve()).then(() => withLease(name, task));
  queues.set(
    name,
    turn.catch(() => undefined),
  );
  return turn;
}

async function withLease<T>(name: string, task: () => Promise<T>): Promise<T> {
  const key = `parley.lease.${name}`;
  const me = `${Math.random()}`;
  const deadline = Date.now() + LEASE_MS;
  while (!take(key, me) && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  try {
    return await task();
  } finally {
    release(key, me);
  }
}

function take(key: string, me: string): boolean {
  try {
    const [owner, until] = (localStorage.getItem(key) ?? '').split(' ');
    if (owner && owner !== me && Number(until) > Date.now()) {
      return false;
    }
    localStorage.setItem(key, `${me} ${Date.now() + LEASE_MS}`);
    return localStorage.getItem(key)?.startsWith(me) ?? false;
  } catch {
    return true; // No storage, so no other tab to agree with.
  }
}

function release(key: string, me: string): void {
  try {
    if (localStorage.getItem(key)?.startsWith(me)) {
      localStorage.removeItem(key);
    }
  } catch {
    // Nothing was taken.
  }
}
