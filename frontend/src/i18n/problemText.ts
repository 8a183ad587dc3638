import i18next, { type TFunction } from 'i18next';
import type { Problem } from '@/api/problem';

/** What happened and what to do, in the user's language; the server's own words only where we have none. */
export function problemText(t: TFunction, problem: Problem): string {
  const key = `errors.${problem.code}`;
  if (i18next.exists(key)) {
    return t(key as 'errors.unknown');
  }
  if (problem.status !== undefined && problem.status >= 500) {
    return t('errors.server');
  }
  return problem.detail || t('errors.unknown');
}

/** The words for one field of a form, where the server named it. */
export function fieldText(problem: Problem | undefined, field: string): string | undefined {
  return problem?.fields.find(({ pointer }) => pointer === `/${field}`)?.detail;
}
