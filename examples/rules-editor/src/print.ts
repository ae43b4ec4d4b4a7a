import { formatIssuePath, type Locale } from '@aftercare/core';
import type { RuleDiff } from '@aftercare/rules';
import type { Finding } from './checkRules.js';
import type { Preview } from './preview.js';
import type { Place } from './readJson.js';
import { texts } from './texts.js';

/** How many customers are named where there are more. */
const NAMED = 3;

/** What is to be mended, each with its line and column in the file. */
export function printFindings(
  findings: readonly Finding[],
  placeOf: (path: NonNullable<Finding['path']>) => Place,
  locale: Locale,
): string {
  if (findings.length === 0) return texts[locale].nothingToMend;
  const lines = findings.map(({ path, sentence }) => {
    if (path === undefined) return `  ${texts[locale].withShipped}\n      ${sentence}`;
    const { line, column } = placeOf(path);
    return `  ${line}:${column}  ${formatIssuePath(path)}\n      ${sentence}`;
  });
  return [...lines, texts[locale].toMend(findings.length)].join('\n');
}

/** What would change, and whom the rules would reach. */
export function printPreview(preview: Preview, today: string, locale: Locale): string {
  const { comparedWithShipped, columns, forExample, preview: heading, ...words } = texts[locale];
  const rows = preview.rules.map(
    ({ rule, fires, reached, reachedBefore }) =>
      [rule, ...[fires, reached, reachedBefore].map(String)] as const,
  );
  const examples = preview.rules.flatMap(({ rule, example }) => {
    if (example === undefined) return [];
    const facts = Object.entries(example.facts).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
    return [`  ${rule}: ${example.customerId} (${facts.join(', ')})`];
  });
  const reach = (ids: readonly string[], meaning: string) =>
    `  ${String(ids.length).padStart(4)} ${meaning}${ids.length === 0 ? '' : words.suchAs(ids.slice(0, NAMED))}`;
  return [
    comparedWithShipped,
    ...diffLines(preview.diff, locale),
    '',
    heading(today, preview.customers),
    ...[columns, ...rows].map(
      ([rule, ...numbers]) =>
        `  ${padded(rule, 'end', 30)}${numbers.map((n) => padded(n, 'start', 9)).join('')}`,
    ),
    reach(preview.newlyReached, words.newlyReached),
    reach(preview.noMoreReached, words.noMoreReached),
    ...(examples.length === 0 ? [] : ['', forExample, ...examples]),
  ].join('\n');
}

function diffLines(diff: RuleDiff, locale: Locale): string[] {
  const { added, changed, reworded, reordered, same } = texts[locale];
  const line = (name: string, what: string, parts: readonly string[] = []) =>
    `  ${name}: ${what}${parts.length === 0 ? '' : ` (${parts.join(', ')})`}`;
  return [
    ...(diff.sameDecisions ? [`  ${same}`] : []),
    ...diff.added.map(({ name }) => line(name, added)),
    ...diff.changed.map(({ after, parts }) => line(after.name, changed, parts)),
    ...diff.reworded.map(({ after, parts }) => line(after.name, reworded, parts)),
    ...diff.reordered.map((name) => line(name, reordered)),
  ];
}

/** Chinese characters take two columns of a terminal. */
function padded(text: string, side: 'start' | 'end', columns: number): string {
  const wide = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return side === 'end' ? text.padEnd(columns - wide) : text.padStart(columns - wide);
}
