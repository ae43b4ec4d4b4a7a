import { performance } from 'node:perf_hooks';

/** How often each contender answers in one run. */
export const ROUNDS = 7;

export function timed(work) {
  const start = performance.now();
  const value = work();
  return { value, millis: performance.now() - start };
}

export function residentMegabytes() {
  return process.memoryUsage.rss() / 1e6;
}

/** What a contender's process has measured: its last line of output. */
export function report(measured) {
  console.log(JSON.stringify(measured));
}
