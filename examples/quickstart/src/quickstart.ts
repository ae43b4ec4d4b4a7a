import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createShopCalendar, type ShopCalendar } from '@aftercare/core';
import { type Arguments, readArguments, USAGE, WrongArguments } from './arguments.js';
import { writeDiagrams } from './diagrams.js';
import { type OrderSource, UnreadableFile } from './orders/orderSource.js';
import { readOrdersCsv } from './orders/ordersCsv.js';
import { readSuperstore } from './orders/superstore.js';
import { printDiagrams } from './print/printDiagrams.js';
import { printReport } from './print/printReport.js';
import { printWhy } from './print/printWhy.js';
import { Progress } from './progress.js';
import { reportOf, sourceReport } from './report/report.js';
import { NothingBought, openShop } from './report/shop.js';
import { UnknownCustomer, whyReport } from './report/whyReport.js';

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
    const expected = [WrongArguments, UnreadableFile, NothingBought, UnknownCustomer].some(
      (kind) => error instanceof kind,
    );
    if (!expected || !(error instanceof Error)) throw error;
    process.stderr.write(`${error.message}\n`);
    if (error instanceof WrongArguments) process.stderr.write(`\n${USAGE}`);
    return BAD_INPUT;
  }
}

function run({ ordersPath, asOf, timeZone, currency, why, lang, json }: Arguments): number {
  const calendar = createShopCalendar({ timeZone });
  const progress = new Progress();
  const source =
    ordersPath === undefined ? readSuperstore(calendar) : readFile(ordersPath, calendar, currency);
  const shop = openShop(source, { calendar, currency, asOf, progress });
  if (why === undefined) {
    const report = reportOf(shop, progress);
    const diagrams = writeDiagrams(shop, lang ?? 'en');
    print(json ? { ...report, diagrams } : `${printReport(report, lang)}\n\n${printDiagrams(diagrams)}`);
  } else {
    const report = whyReport(shop, why);
    print(json ? report : printWhy(report, lang ?? 'en'));
  }
  return sourceReport(shop).rejected.length === 0 ? 0 : BAD_INPUT;
}

function print(report: string | object): void {
  process.stdout.write(`${typeof report === 'string' ? report : JSON.stringify(report, undefined, 2)}\n`);
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

// Whoever reads only the first lines, as "| head" does, closes the pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = main(process.argv.slice(2));
