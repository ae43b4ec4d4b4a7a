import { type CsvError, type Info, parse } from 'csv-parse/sync';
import { type RejectedLine, UnreadableFile } from './orderSource.js';

/** A row with the number of its line in the file; of its last one, where a quoted cell spans lines. */
export interface CsvRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** The rows of a CSV text with a header; rows with too few or too many cells are rejected. */
export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly rejected: readonly RejectedLine[];
}

/** Reads a CSV text (RFC 4180, UTF-8 with or without a byte order mark) whose first line names the columns. */
export function readCsv(text: string): CsvTable {
  const rejected: RejectedLine[] = [];
  let columns: readonly string[] = [];
  const records: { record: Record<string, string>; info: Info }[] = parse(text, {
    bom: true,
    columns: (header: string[]) => {
      columns = header.map((name) => name.trim());
      return [...columns];
    },
    info: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    trim: true,
    on_skip: (error: CsvError | undefined) => {
      rejected.push({
        line: Number(error?.lines ?? 0),
        problem: error?.message ?? 'The line cannot be read.',
      });
    },
  });
  if (columns.length === 0)
    throw new UnreadableFile('The file is empty; its first line must name the columns.');
  return {
    columns,
    rows: records.map(({ record, info }) => ({ line: info.lines, cells: record })),
    rejected,
  };
}
