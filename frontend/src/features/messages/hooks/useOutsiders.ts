import { useState } from 'react';
import { useDispatch } from 'react-redux';
import { usersApi } from '@/api/users';
import type { User } from '@/api/wire';
import { messagesApi } from '@/features/messages/api';
import { peopleCalled } from '@/features/messages/calls';
import type { BaseDispatch } from '@/realtime/listening';

const MOST = 3;

/** Those who were called in a room they are not in, and so heard nothing of it. */
export function useOutsiders(roomId: string) {
  const dispatch = useDispatch<BaseDispatch>();
  const [people, setPeople] = useState<User[]>([]);

  const look = async (text: string) => {
    const found = await Promise.all(
      peopleCalled(text)
        .slice(0, MOST)
        .map((name) => findOutsider(dispatch, roomId, name).catch(() => undefined)),
    );
    setPeople(found.filter((one) => one !== undefined));
  };
  const forget = (userId: string) => setPeople((known) => known.filter(({ id }) => id !== userId));
  return { people, look: (text: string) => void look(text), forget };
}

async function findOutsider(dispatch: BaseDispatch, roomId: string, name: string): Promise<User | undefined> {
  const isCalled = (user: User) => user.username.toLowerCase() === name;
  const members = await dispatch(
    messagesApi.endpoints.mentionable.initiate({ roomId, q: name }, { subscribe: false }),
  ).unwrap();
  if (members.some(({ user }) => isCalled(user))) {
    return undefined;
  }
  const users = await dispatch(usersApi.endpoints.findUsers.initiate(name, { subscribe: false })).unwrap();
  return users.find((user) => isCalled(user) && !user.deleted);
}
