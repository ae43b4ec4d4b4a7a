/** Whether two JSON values are the same; a key whose value is `undefined` counts as absent. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other)) {
    return Array.isArray(one) && Array.isArray(other) && one.length === other.length && sameItems(one, other);
  }
  const left = one as Readonly<Record<string, unknown>>;
  const right = other as Readonly<Record<string, unknown>>;
  return sameEntries(left, right) ?? (hasAllOf(left, right) && hasAllOf(right, left));
}

function sameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  for (let index = 0; index < one.length; index++) if (!sameJson(one[index], other[index])) return false;
  return true;
}

/** Compares objects with the same keys in the same order, as those that one function made have; `undefined` for others. */
function sameEntries(
  one: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
): boolean | undefined {
  const keys = Object.keys(one);
  const others = Object.keys(other);
  if (keys.length !== others.length) return undefined;
  for (let place = 0; place < keys.length; place++) if (keys[place] !== others[place]) return undefined;
  for (const key of keys) if (!sameJson(one[key], other[key])) return false;
  return true;
}

function hasAllOf(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(other).every((key) =>
    Object.hasOwn(one, key) ? sameJson(one[key], other[key]) : other[key] === undefined,
  );
}
