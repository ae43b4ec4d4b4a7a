import { createShopCalendar, unwrap } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../case/index.js';
import { assessAuthority } from './assessAuthority.js';
import type { GrantRequest } from './grantRequest.js';
import { loadAuthority } from './loadAuthority.js';
import type { AuthorityLimit, AuthorityMatrix, Delegation } from './matrix.js';
import type { Usage } from './usage.js';
import { authorityKeys } from './usageKeys.js';

const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
const cny = (minor: number) => ({ minor, currency: 'CNY' });
const agent: Actor = { id: 'a1', role: 'agent' };

function authorityOf(limits: readonly AuthorityLimit[], delegations: readonly Delegation[] = []) {
  const matrix: AuthorityMatrix = {
    format: 1,
    roles: [
      { role: 'agent', title: { en: 'agent', 'zh-CN': '客服' } },
      { role: 'lead', title: { en: 'team lead', 'zh-CN': '组长' } },
    ],
    limits: [...limits],
    delegations: [...delegations],
  };
  return unwrap(loadAuthority(matrix, { calendar }));
}

const base: AuthorityLimit = { role: 'agent', actions: ['refund'], per: 'grant', most: cny(2000) };
const ofLead: AuthorityLimit = { role: 'lead', actions: ['refund'], per: 'grant', most: cny(5000) };

function request(change: Partial<GrantRequest> = {}): GrantRequest {
  return {
    policy: 'compensation',
    action: 'refund',
    amount: cny(2000),
    orderId: 'o1',
    customerId: 'c1',
    paid: cny(10000),
    actor: agent,
    now: '2026-03-02T10:00:00+08:00',
    ...change,
  };
}

/** What would be used under the keys of some earlier grants. */
function usageAfter(authority: ReturnType<typeof authorityOf>, earlier: readonly GrantRequest[]): Usage {
  const usage: Record<string, { amount: number; version: number }> = {};
  for (const one of earlier) {
    for (const { key, amount } of assessAuthority(one, authority, {}).reservations) {
      usage[key] = { amount: (usage[key]?.amount ?? 0) + amount, version: (usage[key]?.version ?? 0) + 1 };
    }
  }
  return usage;
}

describe('authority is closed by default', () => {
  test('without a limit per grant nothing is granted, whatever else is limited', () => {
    const authority = authorityOf([{ role: 'agent', per: 'order', most: cny(9000) }]);
    expect(assessAuthority(request({ amount: cny(1) }), authority, {})).toMatchObject({
      covered: false,
      by: null,
    });
  });

  test('another action, another currency, another policy are not covered', () => {
    const authority = authorityOf([{ ...base, policies: ['compensation'] }]);
    const covered = (change: Partial<GrantRequest>) =>
      assessAuthority(request(change), authority, {}).covered;
    expect(covered({})).toBe(true);
    expect(covered({ action: 'gift' })).toBe(false);
    expect(covered({ amount: { minor: 1, currency: 'EUR' } })).toBe(false);
    expect(covered({ policy: 'gift' })).toBe(false);
  });

  test.each(['customer', 'clock', 'system', 'janitor'])('%s may grant nothing', (role) => {
    const authority = authorityOf([base]);
    const assessment = assessAuthority(request({ actor: { id: 'x', role }, amount: cny(1) }), authority, {});
    expect(assessment).toMatchObject({ covered: false, by: 'agent', mostMinor: 0 });
  });

  test('nothing needs nobody', () => {
    const assessment = assessAuthority(request({ amount: cny(0) }), authorityOf([]), {});
    expect(assessment).toMatchObject({ covered: true, reservations: [] });
  });

  test.each([
    [4999, 'lead', null],
    [5000, 'lead', null],
    [5001, null, { role: 'lead', mostMinor: 5000 }],
  ])('where no role covers %i, it is told which one could grant most of it', (minor, by, byMost) => {
    const assessment = assessAuthority(request({ amount: cny(minor) }), authorityOf([base, ofLead]), {});
    expect(assessment).toMatchObject({ covered: false, mostMinor: 2000, by, byMost });
  });

  test.each([
    [1999, { role: 'lead', mostMinor: 2001 }],
    [2000, { role: 'lead', mostMinor: 2000 }],
    [2001, null],
  ])('with %i of 4000 used, most of the rest is for a superior only if they may more', (amount, byMost) => {
    const caps = [{ key: 'paid|CNY|o1', amount: 9000, limit: 4000 }];
    // The agent may grant 1999 by themselves.
    const authority = authorityOf([{ ...base, most: cny(1999) }, ofLead]);
    const usage = { 'paid|CNY|o1': { amount, version: 1 } };
    expect(assessAuthority(request({ amount: cny(9000), caps }), authority, usage)).toMatchObject({ byMost });
  });
});

describe('each limit holds to the cent', () => {
  const limits: readonly [string, AuthorityLimit, Partial<GrantRequest>][] = [
    ['per grant', base, {}],
    ['share of the order', { ...base, most: { percentOfOrder: 20 } }, {}],
    ['per order', { role: 'agent', per: 'order', most: cny(2000) }, {}],
    ['per customer and year', { role: 'agent', per: 'customer', period: 'year', most: cny(2000) }, {}],
    ['per actor and month', { role: 'agent', per: 'actor', period: 'month', most: cny(2000) }, {}],
    ['per shop and day', { role: 'agent', per: 'shop', period: 'day', most: cny(2000) }, {}],
  ];
  for (const [name, limit] of limits) {
    test.each([
      [1999, true],
      [2000, true],
      [2001, false],
    ])(`${name}: %i`, (minor, covered) => {
      const wide = { ...base, most: cny(9000) };
      const authority = authorityOf(limit.per === 'grant' ? [limit] : [wide, limit]);
      expect(assessAuthority(request({ amount: cny(minor) }), authority, {}).covered).toBe(covered);
    });
  }

  test('a share of the order is rounded down', () => {
    const authority = authorityOf([{ ...base, most: { percentOfOrder: 33.33 } }]);
    const most = assessAuthority(request({ amount: cny(9999), paid: cny(9999) }), authority, {}).mostMinor;
    // 33.33 % of 9999 is 3332.6667.
    expect(most).toBe(3332);
  });
});

describe('splitting is seen', () => {
  const authority = authorityOf([
    base,
    ofLead,
    { role: 'agent', per: 'order', most: cny(3000) },
    { role: 'agent', per: 'customer', period: 'month', most: cny(5000) },
    { role: 'agent', per: 'actor', period: 'day', most: { count: 3 } },
  ]);
  const most = (change: Partial<GrantRequest>, earlier: readonly GrantRequest[]) =>
    assessAuthority(request({ amount: cny(2000), ...change }), authority, usageAfter(authority, earlier))
      .mostMinor;

  test('over cases of one order, of other policies too', () => {
    expect(most({}, [request({ policy: 'gift', amount: cny(1500) })])).toBe(1500);
  });

  test('over orders of one customer, within the period', () => {
    const earlier = [request({ orderId: 'o2' }), request({ orderId: 'o3' })];
    expect(most({}, earlier)).toBe(1000);
    expect(most({ now: '2026-04-01T00:00:00+08:00' }, earlier)).toBe(2000);
  });

  test('over customers of one actor, until the day ends where the shop is', () => {
    const earlier = [1, 2, 3].map((n) => request({ orderId: `p${n}`, customerId: `d${n}`, amount: cny(1) }));
    expect(most({}, earlier)).toBe(0);
    expect(most({ now: '2026-03-02T15:59:59Z' }, earlier)).toBe(0);
    expect(most({ now: '2026-03-02T16:00:00Z' }, earlier)).toBe(2000);
    expect(most({ actor: { id: 'a2', role: 'agent' } }, earlier)).toBe(2000);
  });

  test('what a superior grants counts for the order as well', () => {
    const byLead = request({ actor: { id: 'l1', role: 'lead' }, amount: cny(2500) });
    expect(most({}, [byLead])).toBe(500);
  });
});

describe('the keys to look up', () => {
  const authority = authorityOf([
    base,
    { role: 'agent', per: 'order', most: cny(3000) },
    { role: 'agent', per: 'actor', period: 'day', most: { count: 3 } },
  ]);
  const { actor, amount: _, ...timed } = request();

  test('are those of the actor too', () => {
    expect(authorityKeys({ ...timed, actor }, authority)).toEqual([
      'order||*|*|CNY||o1',
      'actor|day|*|*|count|2026-03-02|a1',
    ]);
  });

  test('are of no actor where none acts, as when a deadline comes due', () => {
    expect(authorityKeys(timed, authority)).toEqual(['order||*|*|CNY||o1']);
  });
});

describe('caps beside the matrix', () => {
  const authority = authorityOf([{ ...base, most: cny(9000) }, ofLead]);
  const caps = [{ key: 'paid|CNY|o1', amount: 2000, limit: 10000 }];

  test.each([
    [7999, true],
    [8000, true],
    [8001, false],
  ])('with %i used already: %s', (amount, covered) => {
    const usage = { 'paid|CNY|o1': { amount, version: 4 } };
    expect(assessAuthority(request({ caps }), authority, usage)).toMatchObject({
      covered,
      by: covered ? 'agent' : null,
    });
  });

  test.each([
    [0, true],
    [1, true],
    [2, false],
  ])('bind a gift that is worth nothing: given %i times of two', (amount, covered) => {
    const times = [{ key: 'gift|o1', amount: 1, limit: 2, unit: 'count' as const }];
    const usage = { 'gift|o1': { amount, version: 7 } };
    const worthless = request({ amount: cny(0), caps: times });
    expect(assessAuthority(worthless, authority, usage)).toMatchObject({
      covered,
      by: covered ? 'agent' : null,
      exceeded: covered ? [] : [{ per: 'cap', most: 2, used: 2, unit: 'count' }],
      reservations: covered ? [{ key: 'gift|o1', amount: 1, limit: 2, usageVersion: 7 }] : [],
    });
    const forced = assessAuthority({ ...worthless, actor: { id: 'p', role: 'platform' } }, authority, usage);
    expect(forced).toMatchObject({ covered: true, reservations: [{ key: 'gift|o1', amount: 1 }] });
  });

  test('that a grant of nothing takes nothing of do not stand in its way', () => {
    const usage = { 'paid|CNY|o1': { amount: 10001, version: 4 } };
    const nothing = request({ amount: cny(0), caps: [{ key: 'paid|CNY|o1', amount: 0, limit: 10000 }] });
    expect(assessAuthority(nothing, authority, usage)).toMatchObject({ covered: true, reservations: [] });
  });

  test('of which a grant takes nothing bound nothing, also where a marketplace has gone beyond them', () => {
    const usage = { 'goods|o1': { amount: 9001, version: 4 } };
    const another = request({ caps: [...caps, { key: 'goods|o1', amount: 0, limit: 9000 }] });
    const { covered, reservations } = assessAuthority(another, authority, usage);
    expect(covered).toBe(true);
    // It is read still: whoever takes of it meanwhile makes the decision stale.
    expect(reservations).toContainEqual({ key: 'goods|o1', amount: 0, usageVersion: 4 });
  });

  test('of which a grant takes less than it is worth leave room for the more', () => {
    const usage = { 'paid|CNY|o1': { amount: 9000, version: 4 } };
    // 500 of the 2000 is not counted in the cap, which has room for 1000.
    const partly = request({ caps: [{ key: 'paid|CNY|o1', amount: 1500, limit: 10000 }] });
    expect(assessAuthority(partly, authority, usage)).toMatchObject({ covered: false, mostMinor: 1500 });
  });

  test('the platform decides without limit, and is counted', () => {
    const usage = { 'paid|CNY|o1': { amount: 9999, version: 4 } };
    const assessment = assessAuthority(
      request({ caps, actor: { id: 'p', role: 'platform' } }),
      authority,
      usage,
    );
    expect(assessment).toMatchObject({
      covered: true,
      reservations: [{ key: 'paid|CNY|o1', amount: 2000, usageVersion: 4 }],
    });
    expect(assessment.reservations[0]).not.toHaveProperty('limit');
  });
});

describe('validity periods', () => {
  const authority = authorityOf([
    base,
    {
      ...base,
      most: cny(5000),
      valid: { from: '2026-11-11T00:00:00+08:00', to: '2026-11-12T00:00:00+08:00' },
    },
  ]);
  test.each([
    ['2026-11-10T23:59:59.999+08:00', 2000],
    ['2026-11-11T00:00:00+08:00', 5000],
    ['2026-11-11T23:59:59.999+08:00', 5000],
    ['2026-11-12T00:00:00+08:00', 2000],
  ])('at %s up to %i', (now, most) => {
    expect(assessAuthority(request({ now, amount: cny(9000) }), authority, {}).mostMinor).toBe(most);
  });
});

describe('several delegations of one person to another', () => {
  const period = { from: '2026-03-02T00:00:00+08:00', until: '2026-03-03T00:00:00+08:00' };
  const lent = { of: 'l1', role: 'lead', to: 'a1', ...period };
  const limits = [base, ofLead, { ...base, role: 'lead', actions: ['gift'], most: cny(5000) }];
  const forLead = { ...agent, onBehalfOf: 'l1' };
  const most = (delegations: readonly Delegation[], action = 'refund') =>
    assessAuthority(
      request({ action, actor: forLead, amount: cny(9000) }),
      authorityOf(limits, delegations),
      {},
    ).mostMinor;

  test('count together: each for the actions that it names', () => {
    const gifts = { ...lent, actions: ['gift'] };
    const refunds = { ...lent, actions: ['refund'], most: cny(3000) };
    for (const both of [
      [gifts, refunds],
      [refunds, gifts],
    ]) {
      expect(most(both)).toBe(3000);
      expect(most(both, 'gift')).toBe(5000);
    }
    expect(most([gifts])).toBe(0);
  });

  test.each([
    [[cny(1000), cny(4000)], 4000],
    [[cny(4000), cny(1000)], 4000],
    [[{ minor: 9000, currency: 'EUR' }, cny(1000)], 1000],
    [[cny(1000), undefined], 5000],
  ])('the one that lends most is used: %j up to %i', (mosts, expected) => {
    expect(most(mosts.map((one) => (one === undefined ? lent : { ...lent, most: one })))).toBe(expected);
  });

  test('one of another time or another role lends nothing to it', () => {
    const over = { ...lent, actions: ['refund'], from: period.until, until: '2026-03-04T00:00:00+08:00' };
    const higher = { ...lent, actions: ['refund'], role: 'agent' };
    expect(most([{ ...lent, actions: ['gift'] }, over, higher])).toBe(0);
  });
});

describe('delegation', () => {
  const lent = {
    of: 'l1',
    role: 'lead',
    to: 'a1',
    from: '2026-03-02T00:00:00+08:00',
    until: '2026-03-03T00:00:00+08:00',
    most: cny(4000),
  };
  const authority = authorityOf(
    [base, ofLead, { role: 'lead', per: 'actor', period: 'day', most: cny(6000) }],
    [lent],
  );
  const forLead = { ...agent, onBehalfOf: 'l1' };
  const most = (now: string, actor: Actor = forLead) =>
    assessAuthority(request({ now, actor, amount: cny(9000) }), authority, {}).mostMinor;

  test.each([
    ['2026-03-01T23:59:59+08:00', 0],
    ['2026-03-02T00:00:00+08:00', 4000],
    ['2026-03-02T23:59:59+08:00', 4000],
    ['2026-03-03T00:00:00+08:00', 0],
  ])('at %s up to %i', (now, expected) => {
    expect(most(now)).toBe(expected);
  });

  test('uses the budget of whom it is of, so that two hands have no more than one', () => {
    const now = '2026-03-02T12:00:00+08:00';
    const earlier = [request({ now, actor: { id: 'l1', role: 'lead' }, amount: cny(5000) })];
    const usage = usageAfter(authority, earlier);
    const actor = forLead;
    expect(assessAuthority(request({ now, actor, amount: cny(1001) }), authority, usage).covered).toBe(false);
    expect(assessAuthority(request({ now, actor, amount: cny(1000) }), authority, usage).covered).toBe(true);
    expect(authorityKeys(request({ now, actor }), authority)).toContain('actor|day|*|*|CNY|2026-03-02|l1');
  });
});

describe('a matrix is refused', () => {
  const matrix = (limits: readonly unknown[]) => ({
    format: 1,
    roles: [{ role: 'agent', title: { en: 'agent', 'zh-CN': '客服' } }],
    limits,
  });
  test.each([
    ['unknown_name', { ...base, role: 'agnet' }],
    ['limit_unclear', { role: 'agent', per: 'grant', most: cny(1) }],
    ['limit_unclear', { ...base, most: { count: 1 } }],
    ['limit_unclear', { ...base, per: 'customer', most: { percentOfOrder: 1 } }],
    ['limit_unclear', { ...base, per: 'order', period: 'day' }],
  ])('%s', (code, limit) => {
    const result = loadAuthority(matrix([limit]), { calendar });
    expect(result.ok ? [] : result.issues.map((issue) => issue.code)).toEqual([code]);
  });

  test('duplicate_limit', () => {
    const result = loadAuthority(matrix([base, { ...base, most: cny(1) }]), { calendar });
    expect(result.ok ? [] : result.issues.map((issue) => issue.code)).toEqual(['duplicate_limit']);
  });

  const valid = { from: '2026-11-11T00:00:00+08:00', to: '2026-11-12T00:00:00+08:00' };
  const perOrder = { role: 'agent', actions: ['refund', 'gift'], per: 'order', most: cny(3000) };
  const sale = { ...perOrder, valid, most: cny(5000) };
  test.each([
    ['of fewer actions than the lasting one', [{ ...sale, actions: ['refund'] }]],
    ['in cases of fewer policies', [{ ...sale, policies: ['compensation'] }]],
    [
      'on single grants of more actions',
      [base, { ...base, valid, actions: ['refund', 'gift'], most: cny(2001) }],
    ],
    [
      'while the lasting one is replaced at another time',
      [
        { ...sale, valid: { from: valid.to, to: '2026-11-13T00:00:00+08:00' } },
        { ...sale, actions: ['refund'] },
      ],
    ],
  ])('vain_limit: a wider one for a time, %s', (_, limits) => {
    const result = loadAuthority(matrix([perOrder, ...limits]), { calendar });
    const last = limits.length;
    expect(result.ok ? [] : result.issues.map(({ code, path }) => [code, path])).toEqual([
      ['vain_limit', ['limits', last]],
    ]);
  });

  test.each([
    ['of the same actions, in any order', [{ ...sale, actions: ['gift', 'refund'] }]],
    [
      'of the same actions, another time too',
      [sale, { ...sale, valid: { ...valid, from: '2026-11-10T00:00:00+08:00' } }],
    ],
    ['that is narrower', [{ ...sale, actions: ['refund'], most: cny(2999) }]],
    ['that is as wide', [{ ...sale, actions: ['refund'], most: cny(3000) }]],
    ['that counts more actions together', [{ ...sale, actions: ['refund', 'gift', 'free_shipping'] }]],
    ['of other actions', [{ ...sale, actions: ['free_shipping'] }]],
    ['in another currency', [{ ...sale, actions: ['refund'], most: { minor: 5000, currency: 'EUR' } }]],
    [
      'beside one that replaces the lasting one then',
      [sale, { ...sale, actions: ['refund'], most: cny(4000) }],
    ],
    ['for which there is no lasting one', [{ ...sale, per: 'customer' }]],
  ])('a limit for a time is fine: %s', (_, limits) => {
    expect(loadAuthority(matrix([perOrder, ...limits]), { calendar }).ok).toBe(true);
  });
});
