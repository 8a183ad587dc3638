/** Everything that can go wrong, whichever way it came: REST problem document, socket error or no answer at all. */
export interface Problem {
  /** "<feature>.<snake_case>"; codes of our own begin with "client.". */
  code: string;
  /** What the server said, in English. Shown only when we have no text of our own for the code. */
  detail: string;
  /** Absent when no answer arrived. */
  status?: number;
  /** Whether the same again may work later. */
  retryable: boolean;
  fields: ProblemField[];
}

export interface ProblemField {
  pointer: string;
  detail: string;
}

export const unreachable: Problem = {
  code: 'client.unreachable',
  detail: 'The server cannot be reached.',
  retryable: true,
  fields: [],
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const text = (value: unknown, otherwise: string) => (typeof value === 'string' && value !== '' ? value : otherwise);

const toFields = (value: unknown): ProblemField[] =>
  Array.isArray(value)
    ? value.filter(isRecord).map((field) => ({ pointer: text(field.pointer, ''), detail: text(field.detail, '') }))
    : [];

/** Reads a problem document (RFC 9457), or makes one up from the status when a proxy answered in our server's place. */
export function problemFromHttp(status: number, body: unknown): Problem {
  const doc = isRecord(body) ? body : {};
  return {
    code: text(doc.code, `http.${status}`),
    detail: text(doc.detail, text(doc.title, `HTTP ${status}`)),
    status,
    retryable: typeof doc.retryable === 'boolean' ? doc.retryable : status >= 500 || status === 429,
    fields: toFields(doc.errors),
  };
}

/** Reads the `error` of a socket response. */
export function problemFromFrame(error: unknown): Problem {
  const body = isRecord(error) ? error : {};
  return {
    code: text(body.code, 'client.malformed_answer'),
    detail: text(body.message, 'The server gave an error without a reason.'),
    retryable: body.retryable === true,
    fields: toFields(body.fields),
  };
}

export function isProblem(value: unknown): value is Problem {
  return isRecord(value) && typeof value.code === 'string' && typeof value.retryable === 'boolean';
}

export const asProblem = (value: unknown): Problem => (isProblem(value) ? value : unreachable);
