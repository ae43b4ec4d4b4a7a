import type { Locale } from '@aftercare/core';

/** What people call each of some codes. */
export type ValueTitles<Code extends string> = Readonly<Record<Code, Readonly<Record<Locale, string>>>>;
