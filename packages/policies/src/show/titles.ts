import type { Locale } from '@aftercare/core';
import type { PolicyDefinition } from '../definition/index.js';
import { textIn } from '../texts/index.js';

/** The title of a command, event, effect or piece of evidence, for people; its code where it has none. */
export function titleOf(name: string, { titles }: Pick<PolicyDefinition, 'titles'>, locale: Locale): string {
  const words = name.replaceAll('_', ' ').replace(':', ' ');
  return textIn(
    titles !== undefined && Object.hasOwn(titles, name) ? titles[name] : undefined,
    locale,
    words,
  );
}
