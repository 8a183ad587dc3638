import { useSyncExternalStore } from 'react';
import { recall, remember } from '@/lib/storage';

/** Habits of this person in this browser. The first value of each is what nobody has to choose. */
export const preferences = {
  sendKey: ['enter', 'ctrlEnter'],
  density: ['comfortable', 'compact'],
  announcements: ['on', 'off'],
  /** Who gets the keys that browsers use themselves. */
  browserKeys: ['parley', 'browser'],
  notifications: ['off', 'on'],
  /** How much of a message a notification shows to whoever stands by. */
  notificationText: ['full', 'sender', 'none'],
} as const;

export type Preference = keyof typeof preferences;
export type Choice<P extends Preference> = (typeof preferences)[P][number];

const listeners = new Set<() => void>();

export function preferenceOf<P extends Preference>(name: P): Choice<P> {
  const kept = recall(`parley.${name}`);
  const choices: readonly Choice<P>[] = preferences[name];
  return choices.find((choice) => choice === kept) ?? preferences[name][0];
}

export function prefer<P extends Preference>(name: P, choice: Choice<P>): void {
  remember(`parley.${name}`, choice);
  applyDensity();
  listeners.forEach((listener) => listener());
}

/** The style sheet looks at the root element. */
export function applyDensity(): void {
  document.documentElement.dataset.density = preferenceOf('density');
}

export function onPreferences(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const usePreference = <P extends Preference>(name: P): Choice<P> =>
  useSyncExternalStore(onPreferences, () => preferenceOf(name));
