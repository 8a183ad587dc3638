import '@testing-library/jest-dom/vitest';
import 'fake-indexeddb/auto';
import { cleanup } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, vi } from 'vitest';
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

beforeAll(() => startTranslations('en'));

beforeEach(() => {
  localStorage.clear();
  window.history.replaceState(undefined, '', '/');
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
});

afterEach(cleanup);
