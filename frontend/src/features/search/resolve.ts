import { nameOf } from '@/api/users';
import type { User } from '@/api/wire';
import { isKind, startOfDay, type Ask, type Filter, type Typed } from '@/features/search/ask';

/** A room as it is called here. */
export interface Place {
  id: string;
  title: string;
}

const alike = (a: string, b: string) => a.localeCompare(b, undefined, { sensitivity: 'accent' }) === 0;

export const roomCalled = (rooms: Place[], name: string): Place | undefined =>
  rooms.find(({ id, title }) => id === name || alike(title, name)) ??
  rooms.find(({ title }) => title.toLocaleLowerCase().startsWith(name.toLocaleLowerCase()));

export const personCalled = (people: User[], name: string): User | undefined => {
  const plain = name.replace(/^@/u, '');
  return people.find(({ username }) => alike(username, plain)) ?? people.find((person) => alike(nameOf(person), plain));
};

export type Resolved = { ask: Ask; wrong?: never } | { ask?: never; wrong: Filter };

/** What to ask the server for; or the filter that means nothing here. */
export function resolve({ words, filters }: Typed, rooms: Place[], people: User[]): Resolved {
  const ask: Ask = { has: [] };
  if (words) {
    ask.q = words;
  }
  for (const filter of filters) {
    const { name, value } = filter;
    if (name === 'has') {
      if (!isKind(value)) {
        return { wrong: filter };
      }
      ask.has.push(value.toLowerCase() as Ask['has'][number]);
      continue;
    }
    const meant = meaning(filter, rooms, people);
    if (meant === undefined) {
      return { wrong: filter };
    }
    ask[name === 'in' ? 'roomId' : name] = meant;
  }
  return { ask };
}

function meaning({ name, value }: Filter, rooms: Place[], people: User[]): string | undefined {
  if (name === 'in') {
    return roomCalled(rooms, value)?.id;
  }
  return name === 'from' ? personCalled(people, value)?.id : startOfDay(value);
}
