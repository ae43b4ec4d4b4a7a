const arrow = /^ {2}(?<ends>\w+ --> \w+) : (?<label>.+)$/;

/**
 * A state diagram drawn from left to right, in which all ways between two states are one arrow with their names, one a
 * line: a policy of fifteen states has up to a hundred ways, and as many lines beside each other cannot be followed.
 */
export function mergedArrows(diagram: string): string {
  const [head, ...lines] = diagram.trimEnd().split('\n');
  const labels = new Map<string, Set<string>>();
  for (const line of lines) {
    const { ends, label } = arrow.exec(line)?.groups ?? {};
    if (ends === undefined || label === undefined) continue;
    labels.set(ends, (labels.get(ends) ?? new Set()).add(label));
  }
  const merged = new Set(
    lines.map((line) => {
      const ends = arrow.exec(line)?.groups?.ends;
      return ends === undefined ? line : `  ${ends} : ${[...(labels.get(ends) ?? [])].join('<br>')}`;
    }),
  );
  return `${[head, '  direction LR', ...merged].join('\n')}\n`;
}
