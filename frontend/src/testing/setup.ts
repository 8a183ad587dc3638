import '@testing-library/jest-dom/vitest';
import 'fake-indexeddb/auto';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { forgetAll } from '@/lib/database';
import { me } from '@/testing/samples';
import { startTranslations } from '@/i18n/setup';

/** What a browser has and jsdom has not. None of it is measured here: layout is tested in a real browser. */
class NoResizeObserver {
  observe() {
    // jsdom lays nothing out.
  }
  unobserve() {
    // Nor does it change.
  }
  disconnect() {
    // So there is nothing to stop.
  }
}

/** Node's requests know no page whose address they could be relative to, and no signals of jsdom. */
class PageRequest extends Request {
  constructor(input: RequestInfo | URL, init?: RequestInit) {
    super(input instanceof Request ? input : new URL(String(input), location.href), { ...init, signal: null });
  }
}

vi.stubGlobal('Request', PageRequest);
vi.stubGlobal('ResizeObserver', NoResizeObserver);
vi.stubGlobal('matchMedia', (query: string) => ({
  matches: false,
  media: query,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
}));
vi.stubGlobal('CSS', { escape: (text: string) => text.replace(/["\\]/g, '\\$&'), supports: () => false });
Element.prototype.scrollIntoView = () => undefined;
Element.prototype.scrollTo = () => undefined;

// The page as a whole says little in an error message; a slow machine gets time.
configure({
  asyncUtilTimeout: 15_000,
  getElementError: (message) => Object.assign(new Error(message ?? ''), { name: 'TestingLibraryElementError' }),
});

beforeAll(() => startTranslations('en'));

beforeEach(async () => {
  await Promise.all([forgetAll('outbox', me.id), forgetAll('drafts', me.id)]);
  localStorage.clear();
  window.history.replaceState(undefined, '', '/');
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
});

afterEach(cleanup);
