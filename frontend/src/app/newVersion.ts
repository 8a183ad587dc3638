import { useEffect, useState } from 'react';
import { useSelector } from 'react-redux';
import type { RootState } from '@/app/store';
import { selectConnection } from '@/realtime/slice';

const EVERY_MS = 15 * 60_000;
const AWAY_MS = 30_000;
const POLL_MS = 5_000;

/** The name of the program changes with everything in it. */
const programOf = (page: ParentNode) =>
  page.querySelector('script[type="module"][src]')?.getAttribute('src') ?? undefined;

/** Whether the server has another client than the one that is running. */
async function isThere(): Promise<boolean> {
  try {
    const response = await fetch('/', { cache: 'no-store' });
    const page = new DOMParser().parseFromString(response.ok ? await response.text() : '', 'text/html');
    const [running, current] = [programOf(document), programOf(page)];
    return running !== undefined && current !== undefined && running !== current;
  } catch {
    return false;
  }
}

/** Asked whenever the connection has come back, as after a restart of the server, and now and then. */
export function useNewVersion(): boolean {
  const online = useSelector((state: RootState) => selectConnection(state).phase === 'online');
  const [there, setThere] = useState(false);
  useEffect(() => {
    if (!online || there) {
      return;
    }
    let over = false;
    const ask = async () => {
      const found = await isThere();
      if (found && !over) {
        setThere(true);
      }
    };
    void ask();
    const timer = setInterval(() => void ask(), EVERY_MS);
    return () => {
      over = true;
      clearInterval(timer);
    };
  }, [online, there]);
  return there;
}

const UNDER_WAY = '[role="dialog"], [role="alertdialog"], [data-testid="edit-field"]';

const hasText = (element: Element | null) =>
  (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) && element.value !== '';

/** Nobody looks, and nothing that was begun would be lost. Drafts and unsent messages are kept on disk. */
export const isQuiet = ({ uploads }: RootState): boolean =>
  document.visibilityState === 'hidden' &&
  !hasText(document.activeElement) &&
  document.querySelector(UNDER_WAY) === null &&
  [...document.querySelectorAll<HTMLMediaElement>('audio, video')].every(({ paused }) => paused) &&
  uploads.items.length === 0;

/** Calls when it has been quiet for a while. */
export function useQuietMoment(wanted: boolean, getState: () => RootState, onQuiet: () => void): void {
  useEffect(() => {
    if (!wanted) {
      return;
    }
    let since: number | undefined;
    const timer = setInterval(() => {
      since = isQuiet(getState()) ? (since ?? Date.now()) : undefined;
      if (since !== undefined && Date.now() - since >= AWAY_MS) {
        clearInterval(timer);
        onQuiet();
      }
    }, POLL_MS);
    return () => clearInterval(timer);
  }, [wanted, getState, onQuiet]);
}
