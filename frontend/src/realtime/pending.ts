import { problemFromFrame, unreachable, type Problem } from '@/api/problem';

interface Waiting {
  resolve: (body: unknown) => void;
  reject: (problem: Problem) => void;
  timer: ReturnType<typeof setTimeout>;
}

/** Requests that wait for their answer. */
export class PendingRequests {
  #waiting = new Map<number, Waiting>();
  #lastId = 0;

  add(timeoutMs: number, onTimeout: () => void): { id: number; answer: Promise<unknown> } {
    const id = ++this.#lastId;
    const answer = new Promise<unknown>((resolve, reject: (problem: Problem) => void) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(id);
        reject(unreachable);
        onTimeout();
      }, timeoutMs);
      this.#waiting.set(id, { resolve, reject, timer });
    });
    return { id, answer };
  }

  settle(id: number, outcome: { body: unknown } | { error: unknown }): void {
    const waiting = this.#take(id);
    if (!waiting) {
      return;
    }
    if ('body' in outcome) {
      waiting.resolve(outcome.body);
    } else {
      waiting.reject(problemFromFrame(outcome.error));
    }
  }

  /** The connection is gone: nobody will answer any more. */
  abandonAll(): void {
    for (const id of [...this.#waiting.keys()]) {
      this.#take(id)?.reject(unreachable);
    }
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    if (waiting) {
      clearTimeout(waiting.timer);
      this.#waiting.delete(id);
    }
    return waiting;
  }
}
