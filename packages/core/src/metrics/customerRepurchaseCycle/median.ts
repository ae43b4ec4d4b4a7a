/**
 * The median of numbers of 0 and more: the middle one, or the mean of the two middle ones; null when there is none.
 *
 * Sorting half a million of them would take longer than all else that a cycle needs. So they are counted by their whole
 * part, and only those of the part that holds a middle one are sorted.
 */
export function medianOf(values: Float64Array): number | null {
  if (values.length === 0) return null;
  const counts = countsByWholePart(values);
  const lower = valueAtRank(values, counts, (values.length - 1) >> 1);
  const upper = values.length % 2 === 1 ? lower : valueAtRank(values, counts, values.length >> 1);
  return (lower + upper) / 2;
}

function countsByWholePart(values: Float64Array): Uint32Array {
  let greatest = 0;
  for (let index = 0; index < values.length; index++) greatest = Math.max(greatest, values[index] ?? 0);
  const counts = new Uint32Array(Math.floor(greatest) + 1);
  for (let index = 0; index < values.length; index++) {
    const part = Math.floor(values[index] ?? 0);
    counts[part] = (counts[part] ?? 0) + 1;
  }
  return counts;
}

/** The value that would stand at `rank`, from 0, if all were sorted. */
function valueAtRank(values: Float64Array, counts: Uint32Array, rank: number): number {
  let before = 0;
  let part = 0;
  for (; before + (counts[part] ?? 0) <= rank; part++) before += counts[part] ?? 0;
  const candidates = new Float64Array(counts[part] ?? 0);
  for (let index = 0, next = 0; index < values.length; index++) {
    const value = values[index] ?? 0;
    if (Math.floor(value) === part) candidates[next++] = value;
  }
  return candidates.sort()[rank - before] ?? Number.NaN;
}
