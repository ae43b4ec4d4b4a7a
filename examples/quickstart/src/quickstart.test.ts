import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'quickstart-'));

const quickstart = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path('../dist/quickstart.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};
const withFile = (text: string, ...args: string[]) => {
  writeFileSync(join(folder, 'my.csv'), text);
  return quickstart('--orders', 'my.csv', ...args);
};

beforeAll(() => {
  const built = spawnSync(process.execPath, [path('../build.mjs')], { encoding: 'utf8' });
  expect(built.stderr).toBe('');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the sample orders', () => {
  test('make a report of at most 80 columns', () => {
    const { status, stdout, stderr } = quickstart();
    expect([status, stderr]).toEqual([0, '']);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(stdout).toContain('9,994 lines read: 5,009 orders of 793 customers.');
  });

  test('make the same report as JSON, in which the numbers fit together', () => {
    const { status, stdout } = quickstart('--json');
    const report = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(report.asOf).toBe('2017-12-30');
    const inStages = report.stages.reduce(
      (sum: number, { customers }: { customers: number }) => sum + customers,
      0,
    );
    expect(inStages).toBe(793);
    const { numerator, denominator } = report.metrics.repurchaseRateByCustomers.basis;
    expect(report.metrics.repurchaseRateByCustomers.value).toBe(numerator / denominator);
    expect(report.care.examples).toHaveLength(5);
  });

  test('have another care plan on another day', () => {
    const planOf = (day: string) => JSON.parse(quickstart('--json', '--as-of', day).stdout).care;
    expect(planOf('2015-06-30')).not.toEqual(planOf('2017-12-30'));
  });
});

describe("a shop's own file", () => {
  const header = 'order_id,customer_id,placed_at,total';

  test('is reported as of its last purchase', () => {
    const { status, stdout } = withFile(
      `${header}\n1,ann,2020-01-05,9.90\n2,ann,2020-02-04,9.90\n`,
      '--json',
    );
    const report = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(report.asOf).toBe('2020-02-04');
    expect(report.metrics.customerRepurchaseCycle.value.meanDays).toBe(30);
    expect(report.stages).toContainEqual({ stage: 'established', customers: 1, share: 1 });
  });

  test('with bad lines is reported without them, and ends with exit code 2', () => {
    const { status, stdout } = withFile(
      `${header}\n1,ann,2020-01-05,9.90\n2,bob,2020-02-30,9.90\n3,eve,2020-01-06,-5\n`,
    );
    expect(status).toBe(2);
    expect(stdout).toContain('2 problems in lines that were left out');
    expect(stdout).toMatch(/line 3: placed_at: .*"2020-02-30"/s);
    expect(stdout).toMatch(/line 4: total: .*"-5"/s);
  });

  test('an order that comes again with other content counts once', () => {
    const { stdout } = withFile(`${header}\n1,ann,2020-01-05,9.90\n1,ann,2020-01-05,8.90\n`, '--json');
    expect(JSON.parse(stdout).source).toMatchObject({ lines: 2, orders: 1, replaced: 1 });
  });

  test('an order in another currency is told with its line', () => {
    const file = `${header},currency\n1,ann,2020-01-05,9.90,\n2,ann,2020-01-06,9.90,EUR\n`;
    const { status, stdout } = withFile(file);
    expect(status).toBe(2);
    expect(stdout).toMatch(/line 3: .*USD.*EUR/s);
  });

  test.each([
    [
      'a column is missing',
      'order_id,customer_id,total\n1,ann,9.90\n',
      /line 1: the column "placed_at" is missing/,
    ],
    ['it is empty', '', /empty/],
    ['nothing in it was paid', `${header},paid_at\n1,ann,2020-01-05,9.90,\n`, /no figure to compute/],
  ])('ends with exit code 2 and a sentence when %s', (_, text, sentence) => {
    const { status, stdout, stderr } = withFile(text);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(sentence);
  });
});

describe('the command line', () => {
  test.each([
    ['a file that does not exist', ['--orders', 'nowhere.csv'], /nowhere\.csv/],
    ['a day that does not exist', ['--as-of', '2017-02-29'], /--as-of.*2017-02-29/],
    ['an unknown time zone', ['--time-zone', 'Asia/Shangai'], /--time-zone.*Asia\/Shangai/],
    ['an unknown currency', ['--currency', 'XXQ'], /--currency.*XXQ/],
    ['an unknown option', ['--order', 'my.csv'], /--order/],
  ])('with %s ends with exit code 2', (_, args, sentence) => {
    const { status, stderr } = quickstart(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(sentence);
  });

  test('tells its options', () => {
    const { status, stdout } = quickstart('--help');
    expect(status).toBe(0);
    expect(stdout).toContain('--as-of DAY');
  });
});
