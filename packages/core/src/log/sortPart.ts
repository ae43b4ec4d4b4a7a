/** Up to so many keys, moving them one by one is faster than calling the engine's sort. */
const FEW = 32;

/** Sorts the keys from `start` up to, but not with, `end`. Orders mostly come in as time goes by: most are in order. */
export function sortPart(keys: Uint32Array, start: number, end: number): void {
  for (let at = start + 1; at < end; at++) {
    const key = keys[at] ?? 0;
    if ((keys[at - 1] ?? 0) <= key) continue;
    if (end - start > FEW) {
      keys.subarray(start, end).sort();
      return;
    }
    let to = at;
    for (; to > start && (keys[to - 1] ?? 0) > key; to--) keys[to] = keys[to - 1] ?? 0;
    keys[to] = key;
  }
}
