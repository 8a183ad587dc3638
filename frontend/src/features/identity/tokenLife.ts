import type { AuthAnswer } from '@/api/wire';

const BEFORE_END_MS = 60_000;
const AT_LEAST_MS = 20_000;

/**
 * When to ask for the next token. The life of the token is read from the token itself (issued and expires are both
 * times of the server), so that a wrong clock on this machine does no harm.
 */
export function renewAfterMs({ accessToken, expiresAt }: Pick<AuthAnswer, 'accessToken' | 'expiresAt'>): number {
  const life = lifeOf(accessToken) ?? Date.parse(expiresAt) - Date.now();
  return Math.max(AT_LEAST_MS, life - BEFORE_END_MS);
}

function lifeOf(token: string): number | undefined {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const { iat, exp } = JSON.parse(atob(payload)) as { iat?: unknown; exp?: unknown };
    return typeof iat === 'number' && typeof exp === 'number' ? (exp - iat) * 1000 : undefined;
  } catch {
    return undefined; // Not a token we can read; its end was told beside it.
  }
}
