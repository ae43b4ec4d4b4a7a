/**
 * The known word that a mistyped one most likely stood for, or `undefined` when none is near: at most a third of the
 * letters may differ (Levenshtein distance). Ties go to the word that comes first.
 *
 * @example
 * ```ts
 * import { closest } from '@aftercare/core/foundation';
 *
 * closest('dayssinceLastPurchase', ['daysSinceLastPurchase', 'purchaseCount']); // => 'daysSinceLastPurchase'
 * closest('colour', ['purchaseCount']); // => undefined
 * ```
 */
export function closest(word: string, known: Iterable<string>): string | undefined {
  // A word that long is no typing error, and the distance would cost its square.
  if (word.length > 100) return undefined;
  let best: string | undefined;
  let bestDistance = Math.floor(word.length / 3) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = levenshtein(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function levenshtein(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const substitution = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const deletion = (previous[column] ?? 0) + 1;
      const insertion = (current[column - 1] ?? 0) + 1;
      current.push(Math.min(substitution, deletion, insertion));
    }
    previous = current;
  }
  return previous[b.length] ?? a.length;
}
