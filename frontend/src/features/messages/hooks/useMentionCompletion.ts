import { useId, useState, type KeyboardEvent, type RefObject, type SyntheticEvent } from 'react';
import { useSelector } from 'react-redux';
import { selectMyId } from '@/api/session';
import { nameOf } from '@/api/users';
import type { Member } from '@/api/wire';
import { useMentionableQuery } from '@/features/messages/api';
import type { BaseState } from '@/realtime/listening';

export interface Candidate {
  id: string;
  username: string;
  name: string;
}

interface CompletionOptions {
  roomId: string;
  text: string;
  everybody: boolean;
  input: RefObject<HTMLTextAreaElement | null>;
  onText: (text: string) => void;
}

const CALL = /(?:^|[^\p{L}\p{M}\p{N}._@/-])@([\p{L}\p{M}\p{N}._-]{0,32})$/u;
const SHOWN = 8;
const FULL_PAGE = 100;
const NOBODY: Member[] = [];

/** Those whose names begin like this come first, then those that have it in them. */
export function candidatesFor(members: Member[], typed: string, myId: string): Candidate[] {
  const q = typed.toLowerCase();
  const found = members
    .filter(({ user }) => user.id !== myId)
    .map(({ user }) => ({ id: user.id, username: user.username, name: nameOf(user) }))
    .filter(({ username, name }) => username.toLowerCase().includes(q) || name.toLowerCase().includes(q));
  const begins = ({ username, name }: Candidate) =>
    username.toLowerCase().startsWith(q) || name.toLowerCase().startsWith(q);
  return [...found.filter(begins), ...found.filter((one) => !begins(one))].slice(0, SHOWN);
}

/** Completes "@an" to a member's user name. What is not accepted stays as it was typed. */
export function useMentionCompletion({ roomId, text, everybody, input, onText }: CompletionOptions) {
  const listId = useId();
  const myId = useSelector((state: BaseState) => selectMyId(state));
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  /** The text for which the list was closed by hand. */
  const [closedFor, setClosedFor] = useState<string>();
  const [engaged, setEngaged] = useState(false);

  const typed = engaged ? CALL.exec(text.slice(0, caret))?.[1] : undefined;
  const wanted = typed !== undefined && closedFor !== text;
  const { data: members = NOBODY } = useMentionableQuery({ roomId }, { skip: !wanted });
  const ask = wanted && typed !== '' && members.length >= FULL_PAGE;
  const { data: more = NOBODY } = useMentionableQuery({ roomId, q: typed }, { skip: !ask });

  const all = [...members, ...more.filter(({ user }) => !members.some((one) => one.user.id === user.id))];
  const people = wanted ? candidatesFor(all, typed, myId) : [];
  const forAll = wanted && everybody && 'all'.startsWith(typed.toLowerCase());
  const candidates: Candidate[] = forAll ? [...people, { id: 'all', username: 'all', name: '' }] : people;
  const open = candidates.length > 0;
  const index = Math.min(active, candidates.length - 1);

  const accept = (one: Candidate) => {
    const start = caret - (typed ?? '').length;
    const before = `${text.slice(0, start)}${one.username} `;
    onText(before + text.slice(caret).replace(/^ /, ''));
    setCaret(before.length);
    setActive(0);
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(before.length, before.length);
    });
  };

  return {
    open,
    candidates,
    listId,
    index,
    activeId: open ? `${listId}-${index}` : undefined,
    accept,
    close: () => setEngaged(false),
    onTyped: (_: string, at: number) => {
      setEngaged(true);
      setCaret(at);
      setActive(0);
      setClosedFor(undefined);
    },
    onCaret: ({ currentTarget }: SyntheticEvent<HTMLTextAreaElement>) => setCaret(currentTarget.selectionStart),
    /** True: the key was for the list. */
    onKeyDown: (event: KeyboardEvent): boolean => {
      const chosen = candidates[index];
      if (!chosen) {
        return false;
      }
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        const step = event.key === 'ArrowDown' ? 1 : candidates.length - 1;
        setActive((index + step) % candidates.length);
      } else if ((event.key === 'Enter' && !event.shiftKey) || event.key === 'Tab') {
        accept(chosen);
      } else if (event.key === 'Escape') {
        setClosedFor(text);
      } else {
        return false;
      }
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}

export type MentionCompletion = ReturnType<typeof useMentionCompletion>;
