/**
 * A list with one more at its end, of exactly the length that it needs. Lists that are spread or pushed to get room for
 * sixteen more, which takes time, and hosts keep cases and events.
 */
export function appended<One>(list: readonly One[], last: One): readonly One[] {
  if (list.length === 0) return [last];
  const after = new Array<One>(list.length + 1);
  let place = 0;
  for (const one of list) {
    after[place] = one;
    place += 1;
  }
  after[place] = last;
  return after;
}
