export interface Anchor {
  /** A row, and how far its upper edge is below the upper edge of the view. */
  key: string;
  top: number;
}

/** Where to look first: at the end, at a row, or where one was before. */
export type Start = { at: 'end' } | { at: 'row'; key: string } | { at: 'anchor'; anchor: Anchor };

export interface View {
  atEnd: boolean;
  nearTop: boolean;
  nearBottom: boolean;
  /** More than one screen away from the end. */
  farUp: boolean;
  /** The first row in view. */
  anchor: Anchor | undefined;
}

const AT_END_PX = 24;
const NEAR_PX = 500;

/**
 * Scrolling that never moves under the reader: at the end it follows, anywhere else the first visible row stays exactly
 * where it is, whatever is added or removed above or below, and whatever changes its size.
 */
export class ScrollKeeper {
  #box: HTMLElement | undefined;
  #start: Start;
  #placed = false;
  #sticking = true;
  #anchor: Anchor | undefined;
  #followEnd = true;
  #onMoved: (view: View) => void = () => undefined;

  constructor(start: Start) {
    this.#start = start;
  }

  /** New rows at the end are followed only when the end is on the page. */
  configure(followEnd: boolean, onMoved: (view: View) => void): void {
    this.#followEnd = followEnd;
    this.#onMoved = onMoved;
  }

  /** Watches a scrolling box and the list in it, until the answer is called. */
  attach(box: HTMLElement, list: HTMLElement): () => void {
    this.#box = box;
    const look = () => this.look();
    const resized = new ResizeObserver(() => {
      this.settle();
      this.look();
    });
    resized.observe(box);
    resized.observe(list);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      resized.disconnect();
      box.removeEventListener('scroll', look);
      this.#box = undefined;
    };
  }

  /** After every change of the rows, before it is painted. */
  settle(): void {
    const box = this.#box;
    if (!box) {
      return;
    }
    if (!this.#placed) {
      this.#placed = true;
      this.#place(box);
      this.look();
    } else if (this.#sticking && this.#followEnd) {
      box.scrollTop = box.scrollHeight;
    } else {
      this.#hold(box, this.#anchor);
    }
  }

  /** Takes note of where the reader is. */
  look(): void {
    const box = this.#box;
    if (!box || !this.#placed) {
      return;
    }
    const below = box.scrollHeight - box.scrollTop - box.clientHeight;
    this.#sticking = below <= AT_END_PX && this.#followEnd;
    this.#anchor = firstInView(box) ?? this.#anchor;
    this.#onMoved({
      atEnd: this.#sticking,
      nearTop: box.scrollTop < NEAR_PX,
      nearBottom: below < NEAR_PX,
      farUp: below > box.clientHeight,
      anchor: this.#anchor,
    });
  }

  toEnd(): void {
    this.#sticking = true;
    this.#followEnd = true;
    if (this.#box) {
      this.#box.scrollTop = this.#box.scrollHeight;
    }
  }

  toRow(key: string): void {
    if (this.#box) {
      this.#sticking = false;
      this.#anchor = aThirdDown(key, this.#box);
      this.#hold(this.#box, this.#anchor);
    }
  }

  #place(box: HTMLElement): void {
    const start = this.#start;
    const anchor = start.at === 'anchor' ? start.anchor : start.at === 'row' ? aThirdDown(start.key, box) : undefined;
    if (!this.#hold(box, anchor)) {
      box.scrollTop = box.scrollHeight;
    }
  }

  /** Puts the row of the anchor back to where it was. False: there is no such row. */
  #hold(box: HTMLElement, anchor: Anchor | undefined): boolean {
    const row = anchor && box.querySelector(`[data-row="${CSS.escape(anchor.key)}"]`);
    if (!row) {
      return false;
    }
    const moved = row.getBoundingClientRect().top - box.getBoundingClientRect().top - anchor.top;
    if (Math.abs(moved) >= 0.5) {
      box.scrollTop += moved;
    }
    return true;
  }
}

function firstInView(box: HTMLElement): Anchor | undefined {
  const top = box.getBoundingClientRect().top;
  for (const row of box.querySelectorAll<HTMLElement>('[data-row]')) {
    const bounds = row.getBoundingClientRect();
    if (bounds.bottom > top) {
      return { key: row.dataset.row ?? '', top: bounds.top - top };
    }
  }
  return undefined;
}

/** A little of what came before helps to understand a row. */
const aThirdDown = (key: string, box: HTMLElement): Anchor => ({ key, top: Math.round(box.clientHeight / 3) });
