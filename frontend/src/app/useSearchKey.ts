import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { pressed } from '@/lib/shortcuts';
import { titleOf, useRooms } from '@/features/rooms/hooks/useRooms';

/** The search, with the room that is open filled in. */
export const searchIn = (title: string | undefined) =>
  title ? `/search?q=${encodeURIComponent(`in:"${title.replaceAll('"', '')}" `)}` : '/search';

/** Ctrl+Shift+F (Cmd+Shift+F) searches the room that is open. */
export function useSearchKey(): void {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const rooms = useRooms();
  const room = rooms?.[/^\/rooms\/(\d+)/u.exec(pathname)?.[1] ?? ''];
  const target = searchIn(room && titleOf(room));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (pressed('search', event)) {
        event.preventDefault();
        void navigate(target);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [navigate, target]);
}
