import { readFileSync } from 'node:fs';
import { createShopCalendar } from '@aftercare/core';
import { describe, expect, test, vi } from 'vitest';
import { checkFired } from '../check/checkFired.js';
import { DAYS_BEFORE_FIRST_ORDER } from '../life/customers.js';
import { checksOf } from '../report/checks.js';
import { firstDaysLine, reportOf } from '../report/report.js';
import { superstore } from '../shops/superstore.js';
import { FIRST_DAYS, simulate } from './simulation.js';

// A month takes a second or two, and many times that on a machine that is busy with other work.
vi.setConfig({ testTimeout: 60_000 });

const shop = superstore();
const { addDays } = createShopCalendar({ timeZone: shop.timeZone });
const firstDays = { ...shop, to: addDays(shop.from, FIRST_DAYS) };
const first = simulate(firstDays);

describe('the first days of the Superstore', () => {
  test('are those that the page tells of; "npm run simulate -- --write" brings it up to date', () => {
    const page = readFileSync(new URL('../../../../docs/two-years-of-care.md', import.meta.url), 'utf8');
    expect(page).toContain(firstDaysLine(first.firstDaysFingerprint));
  });

  test('are the same to the byte when they are lived through again', async () => {
    const second = simulate(firstDays);
    expect(second.messages).toEqual(first.messages);
    expect(JSON.stringify(await reportOf(second))).toBe(JSON.stringify(await reportOf(first)));
  });

  test('pass every check, and each had something to look at', async () => {
    const checks = await checksOf(first);
    expect(checks.flatMap(({ findings }) => findings)).toEqual([]);
    expect(checks.filter(({ checked }) => checked < 30)).toEqual([]);
  });
});

test('what has not happened yet changes nothing: without the orders of later days, the days are the same', () => {
  // Customers who register in these days have their first order less than so many days later.
  const last = addDays(firstDays.to, DAYS_BEFORE_FIRST_ORDER);
  const known = { ...firstDays, orders: shop.orders.filter(({ day }) => day < last) };
  expect(simulate(known).ledger.fingerprint()).toBe(first.ledger.fingerprint());
});

test('a plan whose receipts are not of the rules that fire is found', async () => {
  const [sample] = first.samples;
  const samples =
    sample === undefined ? [] : [{ ...sample, rules: [...sample.rules, 'late_parcel_apology'] }];
  expect(await checkFired(samples, first.rules.ruleSet)).toHaveLength(1);
});
