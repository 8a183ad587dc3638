import { useSyncExternalStore } from 'react';
import { recall, remember } from '@/lib/storage';

export type ThemeChoice = 'system' | 'light' | 'dark';

const KEY = 'parley.theme';
const listeners = new Set<() => void>();
const systemDark = () => window.matchMedia('(prefers-color-scheme: dark)');

export function themeChoice(): ThemeChoice {
  const kept = recall(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

export function chooseTheme(choice: ThemeChoice): void {
  remember(KEY, choice === 'system' ? undefined : choice);
  applyTheme();
}

/** The same rule as public/theme.js, which runs before the first paint. */
export function applyTheme(): void {
  const choice = themeChoice();
  const dark = choice === 'dark' || (choice === 'system' && systemDark().matches);
  const root = document.documentElement;
  root.classList.toggle('dark', dark);
  root.classList.toggle('light', !dark);
  root.style.colorScheme = dark ? 'dark' : 'light';
  listeners.forEach((listener) => listener());
}

/** Follows the system while it is running, and another tab that changes the choice. */
export function watchTheme(): void {
  systemDark().addEventListener('change', applyTheme);
  window.addEventListener('storage', ({ key }) => key === KEY && applyTheme());
}

export const useThemeChoice = () =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, themeChoice);
