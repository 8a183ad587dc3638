import { useEffect, useState } from 'react';
import { useStore } from 'react-redux';
import { renewSession, selectToken, type WithSession } from '@/api/session';

/**
 * Images are fetched with the access token and shown from memory: an address in the page would have to carry a secret.
 * Those that are on the page are shared; of the others the last ones are kept for a while.
 */
interface Held {
  users: number;
  url: Promise<string>;
}

const KEPT_UNUSED = 60;
const held = new Map<string, Held>();

interface Store {
  getState: () => unknown;
  dispatch: (action: never) => unknown;
}

async function load(store: Store, address: string): Promise<string> {
  const token = () => selectToken(store.getState() as WithSession) ?? '';
  const ask = () => fetch(address, { headers: { Authorization: `Bearer ${token()}` }, credentials: 'same-origin' });
  const before = token();
  let answer = await ask();
  if (answer.status === 401) {
    if (token() === before) {
      await renewSession(store as Parameters<typeof renewSession>[0]);
    }
    answer = await ask();
  }
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }
  return URL.createObjectURL(await answer.blob());
}

function take(store: Store, address: string): Promise<string> {
  let entry = held.get(address);
  if (!entry) {
    entry = { users: 0, url: load(store, address) };
    entry.url.catch(() => held.delete(address));
  }
  entry.users += 1;
  // The order of the map is the order of use.
  held.delete(address);
  held.set(address, entry);
  return entry.url;
}

function release(address: string): void {
  const entry = held.get(address);
  if (entry) {
    entry.users -= 1;
  }
  const unused = [...held].filter(([, { users }]) => users <= 0);
  unused.slice(0, Math.max(0, unused.length - KEPT_UNUSED)).forEach(([key, { url }]) => {
    held.delete(key);
    void url.then((address_) => URL.revokeObjectURL(address_));
  });
}

export type MediaUrl = { state: 'loading' } | { state: 'missing' } | { state: 'there'; url: string };

/** The address of a protected image, as an `img` takes it. */
export function useMediaUrl(address: string | undefined): MediaUrl {
  const store = useStore();
  const [found, setFound] = useState<{ address: string; url?: string }>();
  useEffect(() => {
    if (!address) {
      return;
    }
    let gone = false;
    take(store as Store, address).then(
      (url) => !gone && setFound({ address, url }),
      () => !gone && setFound({ address }),
    );
    return () => {
      gone = true;
      release(address);
    };
  }, [store, address]);
  if (!found || found.address !== address) {
    return { state: 'loading' };
  }
  return found.url ? { state: 'there', url: found.url } : { state: 'missing' };
}
