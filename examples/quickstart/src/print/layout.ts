/** Columns of a terminal that everybody has. */
const WIDTH = 80;

/** Chinese, its punctuation and full-width forms take two columns each. */
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/gu;

/** A word, or in Chinese, which may break anywhere, a character with the punctuation that must not begin a line. */
const PIECE =
  /\s+|[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60][、。〉》」』】！），：；？]*|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]+/gu;

/** How many columns a text takes. */
export function widthOf(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}

/** Breaks a text into lines of at most 80 columns, each after a margin. */
export function wrap(text: string, margin: string, firstMargin = margin): string {
  const lines: string[] = [];
  let line = firstMargin;
  let isEmpty = true;
  let space = '';
  for (const piece of text.trim().match(PIECE) ?? []) {
    if (piece.trim() === '') {
      space = ' ';
      continue;
    }
    if (!isEmpty && widthOf(line + space + piece) > WIDTH) {
      lines.push(line);
      line = margin;
      isEmpty = true;
    }
    line += isEmpty ? piece : space + piece;
    isEmpty = false;
    space = '';
  }
  return [...lines, line].join('\n').trimEnd();
}

/** Lays out rows in columns: the first, or as many as told, aligned to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[], margin: string, leftColumns = 1): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, text] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, widthOf(text));
  }
  const line = (row: readonly string[]) =>
    row
      .map((text, index) => {
        const padding = ' '.repeat((widths[index] ?? 0) - widthOf(text));
        return index < leftColumns ? text + padding : padding + text;
      })
      .join('  ');
  return rows.map((row) => (margin + line(row)).trimEnd()).join('\n');
}

/** A heading, with an empty line before and after it. */
export function heading(text: string): string {
  return `\n${text}\n`;
}

/** A customer's id and, where it is known, name. */
export function person(customerId: string, name: string | null): string {
  return name === null ? customerId : `${customerId} ${name}`;
}

/** A whole number with commas, as English writes it: 9,994. */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** A share in percent with one decimal: 35.0 %. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
