import { baseApi } from '@/api/base';
import { problemFromHttp, unreachable, type Problem } from '@/api/problem';
import { renewSession, selectToken, type WithSession } from '@/api/session';
import type { Media } from '@/api/wire';

export interface UploadLimits {
  maxBytes: number;
  quotaBytes: number;
  usedBytes: number;
}

export const mediaApi = baseApi.injectEndpoints({
  endpoints: (build) => ({
    uploadLimits: build.query<UploadLimits, undefined>({ query: () => 'upload', keepUnusedDataFor: 60 }),
    mediaLink: build.mutation<{ url: string; expiresAt: string }, string>({
      query: (id) => ({ url: 'mediaLink', method: 'POST', body: { id } }),
    }),
  }),
});

export const { useUploadLimitsQuery, useMediaLinkMutation } = mediaApi;

interface Store {
  getState: () => unknown;
  dispatch: (action: never) => unknown;
}

interface UploadOptions {
  /** The same for each attempt, so that it is stored once; without one each attempt is an upload of its own. */
  key?: string;
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/** Uploads a file. `fetch` cannot tell how far an upload is, so this is the older way. Throws a Problem. */
export async function uploadFile(store: Store, file: File, options: UploadOptions): Promise<Media> {
  const token = () => selectToken(store.getState() as WithSession);
  const before = token();
  try {
    return await send(file, before, options);
  } catch (problem) {
    if ((problem as Problem).status !== 401) {
      throw problem;
    }
    if (token() === before) {
      await renewSession(store as Parameters<typeof renewSession>[0]);
    }
    return send(file, token(), options);
  }
}

function send(file: File, token: string | undefined, { key, onProgress, signal }: UploadOptions): Promise<Media> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append('file', file, file.name || 'image');
    // Problems are plain objects everywhere in this client.
    const fail = (problem: Problem) => reject(problem);
    request.open('POST', '/api/upload');
    request.responseType = 'json';
    if (token) {
      request.setRequestHeader('Authorization', `Bearer ${token}`);
    }
    if (key) {
      request.setRequestHeader('Idempotency-Key', key);
    }
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () =>
      request.status === 201 || request.status === 200
        ? resolve(request.response as Media)
        : fail(problemFromHttp(request.status, request.response));
    request.onerror = () => fail(unreachable);
    request.onabort = () => fail({ ...unreachable, code: 'client.cancelled', retryable: false });
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}
