import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Locale } from '@aftercare/core';
import { checkRules } from './checkRules.js';
import { previewOf } from './preview.js';
import { printFindings, printPreview } from './print.js';
import { readJson } from './readJson.js';
import { openSampleShop, policy } from './shop.js';
import { texts } from './texts.js';

const USAGE = 'Usage: node dist/main.js check FILE [--lang en|zh-CN]\n';

const FINE = 0;
const SOMETHING_TO_MEND = 1;
const WRONG_USE = 2;

process.exitCode = main();

function main(): number {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { lang: { type: 'string', default: 'en' } },
  });
  const [command, path] = positionals;
  const { lang } = values;
  if (command !== 'check' || path === undefined || (lang !== 'en' && lang !== 'zh-CN')) {
    process.stderr.write(USAGE);
    return WRONG_USE;
  }
  return check(path, lang);
}

function check(path: string, locale: Locale): number {
  const print = (text: string) => process.stdout.write(`${text}\n`);
  const file = readJson(readFileSync(path, 'utf8'));
  print(path);
  if (!file.ok) {
    for (const { line, column, code } of file.errors)
      print(`  ${line}:${column}\n      ${texts[locale].notJson(code)}`);
    return SOMETHING_TO_MEND;
  }
  const { findings, loaded } = checkRules(file.value, policy, locale);
  print(printFindings(findings, file.placeOf, locale));
  if (loaded === undefined) {
    print(texts[locale].noPreview);
    return SOMETHING_TO_MEND;
  }
  const shop = openSampleShop();
  print(`\n${printPreview(previewOf(loaded, shop), shop.today, locale)}`);
  return findings.length === 0 ? FINE : SOMETHING_TO_MEND;
}
