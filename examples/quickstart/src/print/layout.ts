/** Columns of a terminal that everybody has. */
const WIDTH = 80;

/** Breaks a text into lines of at most 80 columns, each after a margin. */
export function wrap(text: string, margin: string, firstMargin = margin): string {
  const lines: string[] = [];
  let line = firstMargin;
  let isEmpty = true;
  for (const word of text.split(/\s+/)) {
    if (!isEmpty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = margin;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].join('\n');
}

/** Lays out rows in columns: the first aligned to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[], margin: string): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, text] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, text.length);
  }
  const line = (row: readonly string[]) =>
    row
      .map((text, index) => (index === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[index] ?? 0)))
      .join('  ');
  return rows.map((row) => (margin + line(row)).trimEnd()).join('\n');
}

/** A whole number with commas, as English writes it: 9,994. */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** A share in percent with one decimal: 35.0 %. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
