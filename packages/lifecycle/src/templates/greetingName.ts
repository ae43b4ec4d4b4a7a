/** Stars, as marketplaces put them in the place of letters, narrow and wide. */
const MASK = /[*＊]/;

/** Longer, it is a company's or a joke, and no greeting. */
const LONGEST = 60;

/**
 * The name by which a message can greet, or `undefined` for the greeting without a name: a name that is blank, masked by
 * the platform (`李**`) or longer than 60 characters greets nobody.
 *
 * @example
 * ```ts
 * import { greetingName } from '@aftercare/lifecycle';
 *
 * [' Li Wei ', '李**', '', undefined].map(greetingName); // => ['Li Wei', undefined, undefined, undefined]
 * ```
 */
export function greetingName(name: string | undefined): string | undefined {
  const trimmed = name?.trim() ?? '';
  return trimmed === '' || MASK.test(trimmed) || trimmed.length > LONGEST ? undefined : trimmed;
}
