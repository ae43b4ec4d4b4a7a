import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createShopCalendar, type ShopCalendar } from '@aftercare/core';
import { type Arguments, readArguments, USAGE, WrongArguments } from './arguments.js';
import { type OrderSource, UnreadableFile } from './orders/orderSource.js';
import { readOrdersCsv } from './orders/ordersCsv.js';
import { readSuperstore } from './orders/superstore.js';
import { printReport } from './print/printReport.js';
import { Progress } from './progress.js';
import { NothingBought, reportOf } from './report/report.js';

/** What the process ends with when something of the input was wrong. */
const BAD_INPUT = 2;

function main(words: readonly string[]): number {
  try {
    const given = readArguments(words);
    if (given === undefined) {
      process.stdout.write(USAGE);
      return 0;
    }
    return run(given);
  } catch (error) {
    const expected = [WrongArguments, UnreadableFile, NothingBought].some((kind) => error instanceof kind);
    if (!expected || !(error instanceof Error)) throw error;
    process.stderr.write(`${error.message}\n`);
    if (error instanceof WrongArguments) process.stderr.write(`\n${USAGE}`);
    return BAD_INPUT;
  }
}

function run({ ordersPath, asOf, timeZone, currency, json }: Arguments): number {
  const calendar = createShopCalendar({ timeZone });
  const progress = new Progress();
  const source =
    ordersPath === undefined ? readSuperstore(calendar) : readFile(ordersPath, calendar, currency);
  const report = reportOf(source, { calendar, currency, asOf, progress });
  process.stdout.write(json ? `${JSON.stringify(report, undefined, 2)}\n` : `${printReport(report)}\n`);
  return report.source.rejected.length === 0 ? 0 : BAD_INPUT;
}

function readFile(path: string, calendar: ShopCalendar, currency: string): OrderSource {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UnreadableFile(`--orders: ${error instanceof Error ? error.message : String(error)}`);
  }
  return readOrdersCsv(basename(path), text, { calendar, currency });
}

process.exitCode = main(process.argv.slice(2));
