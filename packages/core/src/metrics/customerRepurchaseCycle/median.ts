/**
 * The median of numbers of 0 and more: the middle one, or the mean of the two middle ones; null when there is none.
 *
 * Sorting half a million of them would take longer than all else that a cycle needs. So they are counted by their whole
 * part, and only those of the part that holds a middle one are sorted.
 */
export function medianOf(values: Float64Array): number | null {
  if (values.length === 0) return null;
  const counts = countsByWholePart(values);
  const lowerRank = (values.length - 1) >> 1;
  const upperRank = values.length >> 1;
  const lower = partAround(values, counts, lowerRank);
  const upper = upperRank < lower.end ? lower : partAround(values, counts, upperRank);
  return (lower.valueAt(lowerRank) + upper.valueAt(upperRank)) / 2;
}

function countsByWholePart(values: Float64Array): Uint32Array {
  let greatest = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? 0;
    if (value > greatest) greatest = value;
  }
  const counts = new Uint32Array(Math.floor(greatest) + 1);
  for (let index = 0; index < values.length; index++) {
    const part = Math.floor(values[index] ?? 0);
    counts[part] = (counts[part] ?? 0) + 1;
  }
  return counts;
}

/** Of all values in order, those whose whole part is that of the value at `rank`, from 0: up to, but not with, `end`. */
function partAround(values: Float64Array, counts: Uint32Array, rank: number) {
  let start = 0;
  let part = 0;
  for (; start + (counts[part] ?? 0) <= rank; part++) start += counts[part] ?? 0;
  const inPart = new Float64Array(counts[part] ?? 0);
  for (let index = 0, next = 0; index < values.length; index++) {
    const value = values[index] ?? 0;
    if (Math.floor(value) === part) inPart[next++] = value;
  }
  inPart.sort();
  return { end: start + inPart.length, valueAt: (place: number) => inPart[place - start] ?? Number.NaN };
}
