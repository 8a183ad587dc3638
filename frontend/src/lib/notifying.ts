import { useSyncExternalStore } from 'react';
import { prefer, onPreferences, preferenceOf } from '@/lib/preferences';

/** Whether this browser may and shall show notifications. `refused`: its own settings forbid it. */
export type Notifying = 'impossible' | 'refused' | 'off' | 'on';

export function notifying(): Notifying {
  // Browsers have it in safe contexts only: over HTTPS, and on this very machine.
  if (typeof Notification === 'undefined' || !window.isSecureContext) {
    return 'impossible';
  }
  if (Notification.permission === 'denied') {
    return 'refused';
  }
  return Notification.permission === 'granted' ? preferenceOf('notifications') : 'off';
}

/** Asks for the permission: only ever after a click on what explains it. */
export async function startNotifying(): Promise<void> {
  const answer = await Notification.requestPermission();
  prefer('notifications', answer === 'granted' ? 'on' : 'off');
}

export const stopNotifying = () => prefer('notifications', 'off');

export const useNotifying = (): Notifying => useSyncExternalStore(onPreferences, notifying);
