import type { Connection } from '@/realtime/connection';

const LOOK_EVERY_MS = 2_000;
const SILENT_FOR_MS = 6_000;
const ANSWER_WITHIN_MS = 3_000;
const ACTIVE_FOR_MS = 60_000;

/**
 * A network that is cut without a word is noticed by the missing heartbeat only after half a minute. While a person is
 * at it, that is too long: after six silent seconds something cheap is asked, and no answer within three is a loss.
 * Idle and hidden tabs ask nothing.
 */
export function watchLiveness(connection: Connection, ask: (timeoutMs: number) => Promise<unknown>): () => void {
  let lastActive = Date.now();
  let asking = false;

  const probe = () => {
    if (asking || connection.phase !== 'online') {
      return;
    }
    asking = true;
    ask(ANSWER_WITHIN_MS)
      .catch(() => undefined) // A refusal is an answer too; silence makes the connection drop itself.
      .finally(() => {
        asking = false;
      });
  };
  const look = () => {
    const now = Date.now();
    const active = document.visibilityState === 'visible' && now - lastActive < ACTIVE_FOR_MS;
    if (active && now - connection.lastHeard > SILENT_FOR_MS) {
      probe();
    }
  };
  const active = () => {
    lastActive = Date.now();
  };
  // After sleep timers are late and sockets may be dead: look at once, and do not sit out an old back-off.
  const awake = () => {
    if (document.visibilityState === 'visible') {
      active();
      connection.retryNow();
      probe();
    }
  };
  const online = () => {
    connection.retryNow();
    probe();
  };
  const offline = () => connection.drop();

  const timer = setInterval(look, LOOK_EVERY_MS);
  document.addEventListener('visibilitychange', awake);
  window.addEventListener('online', online);
  window.addEventListener('offline', offline);
  window.addEventListener('keydown', active, { passive: true });
  window.addEventListener('pointerdown', active, { passive: true });
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', awake);
    window.removeEventListener('online', online);
    window.removeEventListener('offline', offline);
    window.removeEventListener('keydown', active);
    window.removeEventListener('pointerdown', active);
  };
}
