/** One JSON object of the socket, told apart by what it carries. */
export type Frame =
  | { kind: 'answer'; id: number; body: unknown }
  | { kind: 'refusal'; id: number; error: unknown }
  | { kind: 'push'; route: string; body: unknown };

/** A text frame holds one or more objects, one a line. What cannot be read is left out: the rest still counts. */
export function parseFrames(data: string): Frame[] {
  return data
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(parseLine)
    .filter((frame) => frame !== undefined);
}

function parseLine(line: string): Frame | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const { id, route, body, error } = value as Record<string, unknown>;
  if (typeof id === 'number') {
    return error === undefined ? { kind: 'answer', id, body: body ?? {} } : { kind: 'refusal', id, error };
  }
  return typeof route === 'string' ? { kind: 'push', route, body: body ?? {} } : undefined;
}

export const encodeRequest = (id: number, route: string, body: unknown) => JSON.stringify({ id, route, body });
export const encodeNotice = (route: string, body: unknown) => JSON.stringify({ route, body });
