import { readFileSync } from 'node:fs';
import { createShopCalendar, unwrap } from '@aftercare/core';
import {
  type AuthorityMatrix,
  authorityCny,
  compensationDefinition,
  compensationKind,
  loadAuthority,
  loadPolicy,
  type SimulationFigures,
  simulate,
} from '@aftercare/policies';
import { expect, test } from 'vitest';
import { pastComplaints } from './pastComplaints.js';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const page = read('../how-to/ask-what-another-limit-would-have-done.md');

test('the page shows the histories that its figures are about', () => {
  const source = read('./pastComplaints.ts');
  expect(page).toContain(source.slice(source.indexOf('/** Complaints')).replace('export ', ''));
});

test('the page tells what 10,000 cases say', { timeout: 60_000 }, () => {
  const history = pastComplaints(10_000);
  const { present, proposed } = simulate(policyWith(authorityCny), policyWith(widened(5000)), history);
  const row = (title: string, figure: (figures: SimulationFigures) => string) =>
    `| ${title} | ${figure(present)} | ${figure(proposed)} |`;
  const table = [
    row('settled', ({ settled }) => settled.toLocaleString('en')),
    row('granted, CNY', ({ grantedMinor }) => ((grantedMinor.CNY ?? 0) / 100).toLocaleString('en')),
    row('times that a superior was asked', ({ approvalsAsked }) => approvalsAsked.toLocaleString('en')),
    row(
      'hours from opening to the end, mean',
      ({ meanHoursToSettle }) => meanHoursToSettle?.toFixed(1) ?? '',
    ),
  ].join('\n');
  expect(page).toContain(table);
});

function policyWith(matrix: AuthorityMatrix) {
  const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
  const authority = unwrap(loadAuthority(matrix, { calendar }));
  return unwrap(
    loadPolicy(compensationKind, compensationDefinition, { authority, calendars: { shop: calendar } }),
  );
}

/** The shipped matrix with other limits of an agent for one grant and for one order. */
function widened(minor: number): AuthorityMatrix {
  const limits = authorityCny.limits.map((limit) => {
    const isMeant = limit.role === 'agent' && limit.actions?.includes('compensation');
    return isMeant && (limit.per === 'grant' || limit.per === 'order')
      ? { ...limit, most: { minor, currency: 'CNY' } }
      : limit;
  });
  return { ...authorityCny, limits };
}
