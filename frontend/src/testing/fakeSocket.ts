/** A WebSocket whose other end is a function. Everything happens in the next tick, as on a network. */
export class FakeSocket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  closed = false;
  #received: (frame: Record<string, unknown>, socket: FakeSocket) => void;

  constructor(received: (frame: Record<string, unknown>, socket: FakeSocket) => void) {
    this.#received = received;
  }

  send(data: string): void {
    const frame = JSON.parse(data) as Record<string, unknown>;
    setTimeout(() => {
      if (!this.closed) {
        this.#received(frame, this);
      }
    });
  }

  /** Several objects in one frame, as a busy server sends them. */
  deliver(...frames: unknown[]): void {
    this.onmessage?.({ data: frames.map((frame) => JSON.stringify(frame)).join('\n') });
  }

  close(code = 1000): void {
    if (!this.closed) {
      this.closed = true;
      this.onclose?.({ code });
    }
  }
}
