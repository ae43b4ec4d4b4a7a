import { performance } from 'node:perf_hooks';

/** How often each contender answers; the median counts. */
export const ROUNDS = 7;

export function timed(work) {
  const start = performance.now();
  const value = work();
  return { value, millis: performance.now() - start };
}

export function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
}

export function residentMegabytes() {
  return process.memoryUsage.rss() / 1e6;
}

/** What a contender's process has measured: its last line of output. */
export function report(measured) {
  console.log(JSON.stringify(measured));
}
