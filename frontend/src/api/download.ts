import { problemFromHttp, unreachable, type Problem } from '@/api/problem';
import { renewSession, selectToken, type WithSession } from '@/api/session';
import { saveFile } from '@/lib/saveFile';

interface Store {
  getState: () => unknown;
  dispatch: Parameters<typeof renewSession>[0]['dispatch'];
}

/** Fetches a file and hands it to the browser to keep. It may be large: nothing of it goes through the store. */
export async function download(store: Store, path: string, name: string): Promise<{ data: null } | { error: Problem }> {
  try {
    let response = await ask(store, path);
    if (response.status === 401 && (await renewSession(store)) === 'renewed') {
      response = await ask(store, path);
    }
    if (!response.ok) {
      return { error: problemFromHttp(response.status, await response.json().catch(() => undefined)) };
    }
    saveFile(await response.blob(), name);
    return { data: null };
  } catch {
    return { error: unreachable };
  }
}

function ask({ getState }: Store, path: string): Promise<Response> {
  const token = selectToken(getState() as WithSession);
  return fetch(`/api/${path}`, {
    credentials: 'same-origin',
    headers: token ? { Authorization: `Bearer ${token}` } : {},
  });
}
