import { useEffect, useMemo, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { useUserQuery } from '@/api/users';
import { useFriends } from '@/app/useFriends';
import { messagePath } from '@/features/messages/links';
import { titleOf, useRoomsByActivity } from '@/features/rooms/hooks/useRooms';
import { SearchPage } from '@/features/search/components/SearchPage';
import type { Rewrite } from '@/features/search/ask';

export default function SearchRoute({ myId }: { myId: string }) {
  const [text, rewrite] = useAddressedText();
  const rooms = useRoomsByActivity();
  const friends = useFriends();
  const { data: me } = useUserQuery(myId);
  const places = useMemo(
    () => (rooms ?? []).map((room) => ({ id: room.id, title: titleOf(room) })).filter(({ title }) => title !== ''),
    [rooms],
  );
  const people = useMemo(() => (me ? [me, ...friends] : friends), [me, friends]);
  return <SearchPage text={text} onText={rewrite} rooms={places} people={people} addressOf={messagePath} />;
}

const WRITE_AFTER_MS = 300;

/**
 * The search text is in the address: it can be kept, and "back" comes back to what was found. It is written there a
 * moment after it was typed; who types never waits for the router.
 */
function useAddressedText(): [string, (rewrite: Rewrite) => void] {
  const [params, setParams] = useSearchParams();
  const { key, state } = useLocation() as { key: string; state: { typed?: boolean } | null };
  const q = params.get('q') ?? '';
  const [text, setText] = useState(q);
  const [arrived, setArrived] = useState(key);
  if (key !== arrived) {
    setArrived(key);
    if (!state?.typed) {
      setText(q);
    }
  }
  useEffect(() => {
    if (text === q) {
      return;
    }
    const timer = setTimeout(() => {
      setParams(text ? { q: text } : {}, { replace: true, state: { typed: true } });
    }, WRITE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text, q, setParams]);
  return [text, setText];
}
