/** Tells on the error output what takes longer than a second, so that standard output stays the report alone. */
export class Progress {
  #step = '';
  #startedAt = 0;
  #saidAt = 0;

  /** Begins a step. Nothing is said of it before it has taken a second. */
  begin(step: string): void {
    this.#step = step;
    this.#startedAt = performance.now();
    this.#saidAt = this.#startedAt;
  }

  /** Says how far the step has come, at most once a second. */
  at(done: number, total: number): void {
    const now = performance.now();
    if (now - this.#saidAt < 1000) return;
    this.#saidAt = now;
    const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
    const seconds = Math.round((now - this.#startedAt) / 1000);
    process.stderr.write(`${this.#step}: ${done} of ${total} (${percent} %), ${seconds} s\n`);
  }
}

/** The items of an array, telling a {@link Progress} on the way. */
export function* withProgress<Item>(
  items: readonly Item[],
  step: string,
  progress: Progress,
): Generator<Item> {
  progress.begin(step);
  for (const [index, item] of items.entries()) {
    // Asking the clock costs more than many an item does.
    if (index % 1024 === 0) progress.at(index, items.length);
    yield item;
  }
}
