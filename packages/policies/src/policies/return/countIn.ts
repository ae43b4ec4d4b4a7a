/** What a record counts under an id, which may be a name that every object has, such as `constructor`; 0 for none. */
export function countIn(counts: Readonly<Record<string, number>>, id: string): number {
  return Object.hasOwn(counts, id) ? (counts[id] ?? 0) : 0;
}
