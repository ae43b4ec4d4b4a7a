/**
 * Names that were found to be zones. Asking `Intl` costs a tenth of a millisecond, and every customer may state a zone.
 */
const knownZones = new Set<string>();

/** More than there are zones: spellings in other letters, which `Intl` also takes, cannot make the set grow for ever. */
const MOST_KNOWN_ZONES = 1000;

/**
 * Whether the machine's time zone data has a zone of this IANA name, in any mix of upper and lower case. Offsets such as
 * `+08:00` are no zones: they do not know when the clocks change.
 *
 * @example
 * ```ts
 * import { isTimeZone } from '@aftercare/core';
 *
 * isTimeZone('Asia/Shanghai'); // => true
 * isTimeZone('Asia/Shangai'); // => false
 * isTimeZone('+08:00'); // => false
 * ```
 */
export function isTimeZone(name: string): boolean {
  if (knownZones.has(name)) return true;
  // Without the check of the type, `undefined` would stand for the zone of the machine.
  if (typeof name !== 'string' || !/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    return false;
  }
  if (knownZones.size < MOST_KNOWN_ZONES) knownZones.add(name);
  return true;
}
