/**
 * A small keeper in IndexedDB: records of one kind, each with an account and a key of its own, so that two tabs of the
 * same account never write over each other. Where IndexedDB is forbidden nothing is kept, and nothing breaks.
 */
const NAME = 'parley';
const VERSION = 1;
const STORES = ['outbox', 'drafts'] as const;
export type StoreName = (typeof STORES)[number];

interface Kept {
  account: string;
  key: string;
  value: unknown;
}

let opening: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      for (const store of STORES) {
        request.result.createObjectStore(store, { keyPath: ['account', 'key'] });
      }
    };
    request.onsuccess = () => {
      // A newer version of ourselves in another tab must not wait for this one.
      request.result.onversionchange = () => {
        request.result.close();
        opening = undefined;
      };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error ?? new Error('IndexedDB did not open'));
  });
  return opening;
}

async function work<T>(store: StoreName, mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>) {
  const database = await open();
  return new Promise<T>((resolve, reject) => {
    const transaction = database.transaction(store, mode);
    const request = ask(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error ?? new Error('IndexedDB refused'));
    transaction.onabort = transaction.onerror;
  });
}

const ofAccount = (account: string) => IDBKeyRange.bound([account, ''], [account, '\uffff']);

export async function keep(store: StoreName, account: string, key: string, value: unknown): Promise<void> {
  await work(store, 'readwrite', (records) => records.put({ account, key, value } satisfies Kept)).catch(ignore);
}

export async function forget(store: StoreName, account: string, key: string): Promise<void> {
  await work(store, 'readwrite', (records) => records.delete([account, key])).catch(ignore);
}

export async function forgetAll(store: StoreName, account: string): Promise<void> {
  await work(store, 'readwrite', (records) => records.delete(ofAccount(account))).catch(ignore);
}

export async function everything(store: StoreName, account: string): Promise<{ key: string; value: unknown }[]> {
  const records = await work(store, 'readonly', (kept) => kept.getAll(ofAccount(account))).catch(() => []);
  return records as Kept[];
}

/** Keeping is a courtesy; the store in memory is what counts. */
function ignore(): void {
  // Nothing to tell: there is nothing the user could do.
}
