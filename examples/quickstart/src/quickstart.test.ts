import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { widthOf } from './print/layout.js';

// Each run is a process of its own that reads all sample orders.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'quickstart-'));

const quickstart = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path('../dist/quickstart.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};
const sampleRuns = new Map<string, ReturnType<typeof quickstart>>();
/** The same on the sample orders, run once for the same arguments. */
const sample = (...args: string[]) => {
  const run = sampleRuns.get(args.join(' ')) ?? quickstart(...args);
  sampleRuns.set(args.join(' '), run);
  return run;
};
const withFile = (text: string, ...args: string[]) => {
  writeFileSync(join(folder, 'my.csv'), text);
  return quickstart('--orders', 'my.csv', ...args);
};

const widest = (text: string) => Math.max(...text.split('\n').map(widthOf));
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

beforeAll(() => {
  const built = spawnSync(process.execPath, [path('../build.mjs')], { encoding: 'utf8' });
  expect(built.stderr).toBe('');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the sample orders', () => {
  test('make a report of at most 80 columns', () => {
    const { status, stdout, stderr } = sample();
    expect([status, stderr]).toEqual([0, '']);
    expect(widest(stdout)).toBeLessThanOrEqual(80);
    expect(stdout).toContain('9,994 lines read: 5,009 orders of 793 customers.');
    expect(stdout).toContain('everybody agreed to marketing');
  });

  describe('as JSON', () => {
    /** The parts of a report that the tests look at. */
    interface ReportParts {
      readonly asOf: string;
      readonly metrics: {
        readonly repurchaseRateByCustomers: {
          readonly value: number;
          readonly basis: { readonly numerator: number; readonly denominator: number };
        };
      };
      readonly stages: readonly { readonly customers: number }[];
      readonly tiers: {
        readonly tiers: readonly { readonly customers: number }[];
        readonly close: number;
        readonly closest: readonly { readonly missingMinor: number }[];
      };
      readonly birthdays: {
        readonly known: number;
        readonly thisWeek: number;
        readonly first: readonly { readonly customerId: string; readonly day: string }[];
      };
      readonly care: {
        readonly customers: number;
        readonly withAnAction: number;
        readonly planned: number;
        readonly suppressed: number;
        readonly families: readonly (Count & { readonly rules: readonly Count[] })[];
        readonly reasons: readonly { readonly suppressed: number }[];
      };
      readonly messages: readonly {
        readonly action: { readonly channel: string };
        readonly customerName: string;
        readonly messages: Readonly<Record<'en' | 'zh-CN', { readonly text: string; readonly sms?: object }>>;
      }[];
    }
    interface Count {
      readonly planned: number;
      readonly suppressed: number;
    }

    let report: ReportParts;
    beforeAll(() => {
      const { status, stdout } = sample('--json');
      expect(status).toBe(0);
      report = JSON.parse(stdout);
    });

    test('are of the day of the last purchase, with each figure made of its basis', () => {
      expect(report.asOf).toBe('2017-12-30');
      const { value, basis } = report.metrics.repurchaseRateByCustomers;
      expect(value).toBe(basis.numerator / basis.denominator);
    });

    test('put every customer into one stage and one tier', () => {
      expect(sumOf(report.stages.map(({ customers }) => customers))).toBe(793);
      expect(sumOf(report.tiers.tiers.map(({ customers }) => customers))).toBe(793);
      const missing = report.tiers.closest.map(({ missingMinor }) => missingMinor);
      expect(missing).toEqual([...missing].sort((one, other) => one - other));
      expect(report.tiers.close).toBeGreaterThanOrEqual(missing.length);
    });

    test('have the birthdays of the week, which are made up', () => {
      expect(report.birthdays.known).toBe(793);
      // 11710 = 366 x 31 + 364, and the days of a leap year, counted from 0, end with 365.
      expect(report.birthdays.first[0]).toMatchObject({ customerId: 'BH-11710', day: '2017-12-30' });
      const days = report.birthdays.first.map(({ day }) => day);
      expect(days.every((day) => day >= '2017-12-30' && day < '2018-01-06')).toBe(true);
    });

    test('count each rule that fired for a customer once, by family and by reason', () => {
      const { customers, withAnAction, planned, suppressed, families, reasons } = report.care;
      expect(customers).toBe(793);
      expect(withAnAction).toBeLessThanOrEqual(planned);
      for (const family of [...families, { planned, suppressed, rules: families }]) {
        expect(family.planned).toBe(sumOf(family.rules.map((rule) => rule.planned)));
        expect(family.suppressed).toBe(sumOf(family.rules.map((rule) => rule.suppressed)));
      }
      expect(sumOf(reasons.map((reason) => reason.suppressed))).toBe(suppressed);
    });

    test('have two messages of different channels, in both languages and with the name of their reader', () => {
      const channels = report.messages.map(({ action }) => action.channel);
      expect(new Set(channels).size).toBe(2);
      for (const { customerName, messages } of report.messages) {
        expect(messages.en.text).toContain(customerName);
        expect(messages['zh-CN'].text).toContain(customerName);
        expect(messages['zh-CN'].text).toMatch(/\p{Script=Han}/u);
        for (const { sms } of Object.values(messages)) if (sms) expect(sms).toMatchObject({ segments: 1 });
      }
    });
  });

  test('have two cases, whose refusals say who could and what would pass', () => {
    const { stdout } = sample();
    const cases = stdout.slice(stdout.indexOf('\nTwo cases'));
    expect(cases).toContain('It could be done by: team lead.');
    expect(cases).toContain('Some pieces are still under way (pieces under way: 1).');
    const chinese = sample('--lang', 'zh-CN').stdout;
    expect(chinese).toContain('可由以下角色办理：组长。');
    expect(widest(chinese)).toBeLessThanOrEqual(80);
  });

  test('leave state diagrams of both policies behind', () => {
    const { diagrams } = JSON.parse(sample('--json').stdout);
    expect(diagrams).toHaveLength(2);
    for (const diagram of diagrams) {
      const text = readFileSync(path(`../../../${diagram}`), 'utf8');
      expect(text).toMatch(/^stateDiagram-v2$/m);
      expect(text).toMatch(/^%% \| --- \|/m);
    }
  });

  test('have another care plan on another day', () => {
    const planOf = (day: string) => JSON.parse(sample('--json', '--as-of', day).stdout).care;
    expect(planOf('2015-06-30')).not.toEqual(planOf('2017-12-30'));
  });
});

describe('the language of the messages', () => {
  test.each([
    [[], true, true],
    [['--lang', 'en'], true, false],
    [['--lang', 'zh-CN'], false, true],
  ])('with %j', (args, english, chinese) => {
    const { stdout } = sample(...args);
    const messages = stdout.slice(stdout.indexOf('\nMessages'), stdout.indexOf('\nTwo cases'));
    expect([/\bHello\b/.test(messages), messages.includes('您好')]).toEqual([english, chinese]);
  });
});

describe('the explanation of one customer', () => {
  test.each([
    ['en', 'established customer', 'Did not fire, and what would have had to be different'],
    ['zh-CN', '老顾客', '未触发的规则及触发所需的变化'],
  ])('is in %s, and at most 80 columns wide', (lang, stage, heading) => {
    const { status, stdout, stderr } = sample('--why', 'BH-11710', '--lang', lang);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('BH-11710 Brosina Hoffman');
    expect(stdout).toContain(`\n  ${stage}\n`);
    expect(stdout).toContain(`\n${heading}`);
    expect(widest(stdout)).toBeLessThanOrEqual(80);
  });

  test('as JSON tells of every rule that the report counts', () => {
    const families: readonly { readonly rules: readonly { readonly rule: string }[] }[] = JSON.parse(
      sample('--json').stdout,
    ).care.families;
    const { customer, facts, explanation } = JSON.parse(sample('--why', 'BH-11710', '--json').stdout);
    expect(customer.name).toBe('Brosina Hoffman');
    expect(facts.isBirthday).toBe(true);
    const names = explanation.rules.map(({ rule }: { rule: string }) => rule);
    expect([...names].sort()).toEqual(families.flatMap(({ rules }) => rules.map(({ rule }) => rule)).sort());
  });

  test('is refused for a customer who is not known, with those who could be meant', () => {
    const { status, stdout, stderr } = sample('--why', 'BH-11711');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/no customer .* has the id "BH-11711"\. Did you mean BH-11710[,?]/);
    expect(sample('--why', 'nobody of that name').stderr).toMatch(/One of them is [A-Z]{2}-\d{5}\./);
  });

  test('is refused on a day before the customer had ordered', () => {
    // The first order of CG-12520 is of 2015-10-15.
    expect(sample('--why', 'CG-12520', '--as-of', '2015-10-15').status).toBe(0);
    expect(sample('--why', 'CG-12520', '--as-of', '2015-10-14').status).toBe(2);
  });
});

test('whoever reads no further gets no error', async () => {
  const reader = spawn(process.execPath, [path('../dist/quickstart.js')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  reader.stdout.destroy();
  const complaints: string[] = [];
  reader.stderr.on('data', (text) => complaints.push(String(text)));
  const [status] = await once(reader, 'close');
  expect([status, complaints.join('')]).toEqual([0, '']);
});

describe('the picture in the README', () => {
  const readme = readFileSync(path('../../../README.md'), 'utf8');
  const blocks = Array.from(readme.matchAll(/```text\n(.*?)```/gs), ([, block = '']) => block);

  test.each([
    ['the report', 0, []],
    ['the explanation of one customer', 1, ['--why', 'BH-11710']],
    ['a case', 2, []],
  ])('shows what is printed: %s', (_, index, args) => {
    const { stdout } = sample(...args);
    // A line of an ellipsis stands for what is left out.
    const passages = (blocks[index] ?? '').split(/^ *…\n/m).filter((passage) => passage !== '');
    expect(passages.length).toBeGreaterThan(0);
    let from = 0;
    for (const passage of passages) {
      expect(stdout.slice(from)).toContain(passage);
      from = stdout.indexOf(passage, from) + passage.length;
    }
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

  test('can tell who agreed to marketing, who has a birthday, and how to call whom', () => {
    const file = [
      `${header},customer_name,birthday,marketing_consent`,
      '1,ann,2020-01-05,9.90,Ann Lee,01-12,yes',
      // The Chinese New Year was 2020-01-25; the month before it began on 2019-12-26.
      '2,bob,2020-01-05,9.90,,lunar 12-18,no',
      '3,eve,2020-01-05,9.90,,,',
    ].join('\n');
    const { birthdays, care, messages } = JSON.parse(
      withFile(file, '--as-of', '2020-01-10', '--json').stdout,
    );
    expect(birthdays).toMatchObject({
      known: 2,
      madeUp: null,
      first: [
        { customerId: 'ann', name: 'Ann Lee', day: '2020-01-12', coupon: 'planned' },
        { customerId: 'bob', name: null, day: '2020-01-12', coupon: 'suppressed' },
      ],
    });
    expect(care).toMatchObject({ customers: 3, withAnAction: 1, consentAssumed: false });
    const refused = care.reasons.find(({ reason }: { reason: string }) => reason === 'no_consent');
    expect(refused.example.customerId).toBe('bob');
    expect(messages.map(({ customerName }: { customerName: string }) => customerName)).toEqual(['Ann Lee']);

    const { status, stdout } = withFile(file, '--as-of', '2020-01-10', '--why', 'bob');
    expect(status).toBe(0);
    expect(stdout).toContain('birthday_coupon: fired, and nothing is sent.');
    expect(stdout.replace(/\s+/g, ' ')).toContain('app_push, sms and email: the customer objected.');
    expect(withFile(file, '--why', 'anm').stderr).toContain('Did you mean ann?');
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
    ['an unknown language', ['--lang', 'fr'], /--lang: expected en or zh-CN and received "fr"\.\n/],
    ['half a language', ['--lang', 'zh'], /--lang.*Did you mean "zh-CN"\?/],
    ['a language in other letters', ['--lang', 'zh_cn'], /--lang.*Did you mean "zh-CN"\?/],
    ['an unknown option', ['--order', 'my.csv'], /--order/],
  ])('with %s ends with exit code 2', (_, args, sentence) => {
    const { status, stderr } = quickstart(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(sentence);
  });

  test('tells its options', () => {
    const { status, stdout } = quickstart('--help');
    expect(status).toBe(0);
    for (const option of ['--as-of DAY', '--why CUSTOMER', '--lang LANG', 'marketing_consent']) {
      expect(stdout).toContain(option);
    }
  });
});
