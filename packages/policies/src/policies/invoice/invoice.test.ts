import { unwrap } from '@aftercare/core';
import { checkExamples } from '@aftercare/rules';
import { describe, expect, test } from 'vitest';
import {
  agent,
  customer,
  invoiceDefinitions,
  invoicePolicy,
  platform,
  system,
} from '../../../test/invoicePolicy.js';
import type { Decision } from '../../decide/index.js';
import type { PolicyDefinition } from '../../definition/index.js';
import type { HostFactsOf } from '../../kind/index.js';
import { guardFactsOf, guardRules } from '../../policy/index.js';
import { applyPreset, type PolicyPreset } from '../../preset/index.js';
import { formatRefusal } from '../../refusal/index.js';
import { toMermaid } from '../../show/index.js';
import { type Scenario, startScenario } from '../../testing/index.js';
import { returnChinaPreset, returnDefinition, returnEuPreset } from '../return/index.js';
import { inForceMinor } from './documents.js';
import {
  type InvoiceShape,
  type InvoiceWish,
  invoiceChinaPreset,
  invoiceDefinition,
  invoiceEuPreset,
  invoiceKind,
} from './index.js';

type Case = Scenario<InvoiceShape>;
type Facts = HostFactsOf<InvoiceShape>;

const person: Pick<InvoiceWish, 'title' | 'form' | 'medium' | 'content'> = {
  title: { type: 'person', name: '个人' },
  form: 'ordinary',
  medium: 'digital',
  content: { of: 'lines', lineIds: ['line-1'] },
};
const company = { type: 'company', name: '某某贸易有限公司', taxpayerNumber: '91310000MA1FL0001R' } as const;
const paper = { medium: 'paper', deliverTo: '某市某路 1 号' } as const;

interface Start {
  readonly wish?: Partial<InvoiceWish>;
  readonly facts?: Partial<Facts>;
  readonly policy?: ReturnType<typeof invoicePolicy>;
}

function requested({ wish = {}, facts = {}, policy = invoicePolicy() }: Start = {}): Case {
  const { deliverTo, ...wanted } = { ...person, ...wish };
  const scenario = startScenario(policy, {
    now: '2026-03-02T02:00:00.000Z',
    facts: { ...invoiceKind.behaviour.samples.facts, ...facts },
  });
  scenario.given(customer, 'request', {
    ...wanted,
    ...(deliverTo === undefined || deliverTo === null ? {} : { deliverTo }),
  });
  return scenario;
}

function accepted(start: Start = {}): Case {
  const scenario = requested(start);
  scenario.given(system, 'check_request', {});
  return scenario;
}

function issuing(start: Start = {}): Case {
  const scenario = accepted(start);
  scenario.given(system, 'issue', {});
  return scenario;
}

function issued(start: Start = {}): Case {
  const scenario = issuing(start);
  scenario.settle(system, 'issue_invoice', 'effect_succeeded');
  return scenario;
}

function refusalOf(decision: Decision, locale: 'en' | 'zh-CN' = 'en'): string {
  return decision.ok ? 'accepted' : formatRefusal(decision.refusal, locale);
}

function codeOf(decision: Decision): string {
  return decision.ok ? 'accepted' : decision.refusal.code;
}

/** What is in force: issued less taken back. */
function inForce({ current }: Case): number {
  return inForceMinor(current.data.documents);
}

function under<Definition>(preset: PolicyPreset, definition: Definition): Definition {
  return unwrap(applyPreset(definition as PolicyDefinition, preset)) as Definition;
}

const pending = ({ current }: Case) =>
  current.effects
    .filter(({ status, type }) => status === 'pending' && type !== 'create_task')
    .map(({ type }) => type);

test('definitions survive JSON and their guards hold on their examples', () => {
  for (const definition of [invoiceDefinition, invoiceChinaPreset, invoiceEuPreset]) {
    expect(JSON.parse(JSON.stringify(definition))).toEqual(definition);
  }
  expect(invoicePolicy(JSON.parse(JSON.stringify(invoiceDefinition))).version).toBe(
    invoicePolicy(invoiceDefinition).version,
  );
  const rules = unwrap(guardRules(invoiceDefinition, guardFactsOf(invoiceKind.shape)));
  expect(checkExamples(rules)).toEqual([]);
});

describe('an invoice on its way', () => {
  test('a file is delivered once it is sent', () => {
    const scenario = issued();
    expect(scenario.current.state).toBe('issued');
    const [issue] = scenario.current.effects;
    expect(issue?.params).toEqual({
      orderId: 'order-1',
      documentNumber: 1,
      title: { type: 'person', name: '个人' },
      form: 'ordinary',
      medium: 'digital',
      content: { of: 'lines', lineIds: ['line-1'] },
      names: ['保温杯'],
      amount: { minor: 8_000, currency: 'CNY' },
    });
    scenario.settle(system, 'send_invoice', 'effect_succeeded');
    expect(scenario.current.state).toBe('delivered');
  });

  test('paper is sent at the cost of the shop, and delivered when somebody has it', () => {
    const scenario = issued({ wish: paper });
    expect(scenario.current.effects.at(-1)?.params).toEqual({
      orderId: 'order-1',
      documentNumber: 1,
      medium: 'paper',
      deliverTo: '某市某路 1 号',
      postagePaidBy: 'shop',
    });
    scenario.settle(system, 'send_invoice', 'effect_succeeded');
    expect(scenario.current.state).toBe('sent');
    scenario.given(customer, 'confirm_delivery', {});
    expect(scenario.current.state).toBe('delivered');
  });

  test('what was lost is sent again, to another address if need be', () => {
    const scenario = issued({ wish: paper });
    scenario.settle(system, 'send_invoice', 'effect_failed');
    expect(scenario.current.state).toBe('sending_failed');
    const failed = scenario.current.effects.find(({ type }) => type === 'send_invoice');
    scenario.given(customer, 'resend', { deliverTo: '某市某路 2 号' });
    expect(scenario.current.effects.at(-1)?.params).toMatchObject({
      documentNumber: 1,
      deliverTo: '某市某路 2 号',
    });
    // The former address is not sent to any more.
    expect(codeOf(scenario.when(agent, 'retry_effect', { key: failed?.key ?? '' }))).toBe('guard_failed');
  });

  test('a failure is tried again with the same key, so that no second invoice comes of it', () => {
    const scenario = issuing();
    const key = scenario.current.effects[0]?.key ?? '';
    scenario.settle(system, 'issue_invoice', 'effect_failed');
    expect(scenario.current.state).toBe('issuing_failed');
    expect(codeOf(scenario.when(system, 'issue', {}))).toBe('guard_failed');
    const again = scenario.given(agent, 'retry_effect', { key });
    expect(again.effects).toMatchObject([{ key, attempt: 2 }]);
    expect(scenario.current.state).toBe('issuing');
  });

  test('a second click gives no second invoice', () => {
    const scenario = accepted();
    const first = scenario.given(agent, 'issue', {});
    const [event] = first.events;
    const repeated = scenario.when(agent, 'issue', {}, event?.command.id);
    expect(repeated).toMatchObject({ ok: true, duplicateOf: event?.sequence, effects: [] });
    expect(codeOf(scenario.when(agent, 'issue', {}))).toBe('not_in_state');
    expect(pending(scenario)).toEqual(['issue_invoice']);
  });
});

describe('no valid request is refused', () => {
  test.each([
    ['one cent', { facts: { paid: { minor: 1, currency: 'CNY' } } }],
    ['an order that is not completed', { facts: { completedAt: null } }],
    ['an odd taxpayer number', { wish: { title: { ...company, taxpayerNumber: '91310000MA1FL00010' } } }],
    ['no taxpayer number', { wish: { title: { type: 'company', name: '某某协会' } } }],
    ['a category of the order', { wish: { content: { of: 'category', category: '日用品' } } }],
    ['paper', { wish: paper }],
    ['a special invoice', { wish: { title: company, form: 'special' } }],
  ] as const)('%s', (_, start) => {
    expect(accepted(start as Start).current.state).toBe('accepted');
  });

  test('what is odd is asked about, once, and the invoice is issued as wished', () => {
    const scenario = issuing({ wish: { title: { ...company, taxpayerNumber: '91310000MA1FL00010' } } });
    const warned = scenario.current.effects.filter(({ type }) => type === 'warn_customer');
    expect(warned.map(({ params }) => params)).toEqual([
      { warnings: [{ field: 'taxpayer_number', why: 'check_digit' }] },
    ]);
    expect(pending(scenario)).toContain('issue_invoice');
  });

  test('content that was not sold is refused as content: put right, the request goes on', () => {
    const scenario = accepted({ wish: { content: { of: 'category', category: '办公用品' } } });
    expect(scenario.current.state).toBe('needs_correction');
    expect(scenario.current.data.problems).toEqual([{ field: 'content', why: 'not_of_order' }]);
    expect(scenario.current.effects.at(-1)).toMatchObject({
      type: 'notify_customer',
      params: { problems: [{ field: 'content', why: 'not_of_order' }] },
    });
    scenario.given(customer, 'correct', { content: { of: 'category', category: '礼品' } });
    expect(scenario.current.state).toBe('needs_correction');
    scenario.given(customer, 'correct', { content: { of: 'category', category: '日用品' } });
    expect(scenario.current).toMatchObject({ state: 'accepted', data: { problems: [] } });
  });

  test('what the tax system rejects is asked for, and silence does not end the request', () => {
    const scenario = issuing({ wish: { title: company } });
    scenario.settle(system, 'issue_invoice', 'effect_failed');
    scenario.given(agent, 'ask_correction', { field: 'taxpayer_number' });
    expect(scenario.current.state).toBe('needs_correction');
    // 30 days of the shop's calendar after 2 March end with 1 April.
    scenario.pass('2026-04-01T16:00:00.000Z');
    expect(scenario.current.state).toBe('accepted');
  });

  test('only what is wrong lapses, and not a moment before its time', () => {
    const scenario = accepted({ wish: { content: { of: 'category', category: '办公用品' } } });
    scenario.pass('2026-04-01T15:59:59.999Z');
    expect(scenario.current.state).toBe('needs_correction');
    scenario.pass('2026-04-01T16:00:00.000Z');
    expect(scenario.current.state).toBe('lapsed');
  });

  test('staff cannot withdraw it', () => {
    expect(codeOf(requested().when(agent, 'withdraw', {}))).toBe('not_authorised');
    const scenario = requested();
    scenario.given(customer, 'withdraw', {});
    expect(scenario.current.state).toBe('withdrawn');
  });
});

describe('refusals', () => {
  test('tell in both languages that the content is meant, and not the invoice', () => {
    const decision = issued().when(customer, 'correct', {
      content: { of: 'category', category: '办公用品' },
    });
    expect(refusalOf(decision)).toContain(
      'other contents are not possible. The invoice itself is yours to have.',
    );
    expect(refusalOf(decision, 'zh-CN')).toContain('更正内容后即可为您开票。');
  });

  test('where all was refunded, nothing is left to be invoiced', () => {
    const policy = invoicePolicy();
    const facts = { ...invoiceKind.behaviour.samples.facts, refundedMinor: 8_000 };
    const scenario = startScenario(policy, { now: '2026-03-02T02:00:00.000Z', facts });
    const decision = scenario.when(customer, 'request', person);
    expect(refusalOf(decision)).toContain('Nothing is left to be invoiced');
    expect(refusalOf(decision, 'zh-CN')).toContain('无可开票金额');
  });

  test('another customer gets nothing', () => {
    expect(codeOf(requested().when({ id: 'customer-2', role: 'customer' }, 'withdraw', {}))).toBe(
      'not_own_case',
    );
  });
});

describe('the deadline', () => {
  const dueAt = ({ current }: Case) => current.deadlines.find(({ name }) => name === 'issue')?.dueAt;

  test('counts ten days of the shop from the request where the order was completed before', () => {
    // Request on 2 March: day 10 is 12 March, which ends at 16:00 UTC.
    expect(dueAt(accepted())).toBe('2026-03-12T16:00:00.000Z');
  });

  test('counts from completion where that comes later, and does not run before', () => {
    const scenario = accepted({ facts: { completedAt: null } });
    expect(dueAt(scenario)).toBeUndefined();
    scenario.given(system, 'note_completion', { completedAt: '2026-03-05T02:00:00.000Z' });
    expect(dueAt(scenario)).toBe('2026-03-15T16:00:00.000Z');
  });

  test('warns 48 hours before with what is at stake, and then again', () => {
    const scenario = accepted();
    expect(scenario.pass('2026-03-10T15:59:59.999Z')).toEqual([]);
    scenario.pass('2026-03-10T16:00:00.000Z');
    expect(scenario.current.effects.at(-1)).toMatchObject({
      type: 'create_task',
      params: { template: 'invoice_due_soon', orderId: 'order-1', penaltyPoints: 6 },
    });
    scenario.pass('2026-03-12T16:00:00.000Z');
    expect(scenario.current.effects.at(-1)?.params).toMatchObject({ template: 'invoice_overdue' });
    expect(scenario.current.state).toBe('accepted');
  });

  test('is over once the invoice is issued', () => {
    expect(dueAt(issued())).toBeUndefined();
  });
});

describe('what is to be done after the first invoice does not wait for ever', () => {
  const templates = ({ current }: Case) =>
    current.effects.filter(({ type }) => type === 'create_task').map(({ params }) => params.template);
  function escalated(scenario: Case): unknown[] {
    const before = templates(scenario).length;
    // Wrong or issued on 2 March: day 3 is 5 March, which ends at 16:00 UTC.
    expect(scenario.pass('2026-03-05T15:59:59.999Z')).toEqual([]);
    scenario.pass('2026-03-05T16:00:00.000Z');
    return templates(scenario).slice(before);
  }
  function wrong(): Case {
    const scenario = issued();
    scenario.given(customer, 'correct', { title: company });
    return scenario;
  }

  test('an invoice that is being taken back', () => {
    expect(escalated(wrong())).toEqual(['invoice_not_taken_back']);
  });

  test('one that could not be taken back', () => {
    const scenario = wrong();
    scenario.settle(system, 'credit_invoice', 'effect_failed');
    expect(escalated(scenario)).toEqual(['invoice_not_taken_back']);
  });

  test.each(['pending', 'failed'])('the one in its place, whose issue is %s', (status) => {
    const scenario = wrong();
    scenario.settle(system, 'credit_invoice', 'effect_succeeded');
    if (status === 'failed') scenario.settle(system, 'issue_invoice', 'effect_failed');
    expect(escalated(scenario)).toEqual(['invoice_overdue']);
  });

  test('one that was wrong when it was issued', () => {
    const scenario = issuing();
    scenario.given(system, 'note_refund', { refundedMinor: 3_000 });
    scenario.settle(system, 'issue_invoice', 'effect_succeeded');
    expect(escalated(scenario)).toEqual(['invoice_not_taken_back']);
  });

  test.each(['pending', 'failed'])('one whose sending is %s', (status) => {
    const scenario = issued();
    if (status === 'failed') scenario.settle(system, 'send_invoice', 'effect_failed');
    expect(escalated(scenario)).toEqual(['invoice_not_sent']);
  });

  test('but is over with an invoice that is right', () => {
    const scenario = wrong();
    scenario.settle(system, 'credit_invoice', 'effect_succeeded');
    scenario.settle(system, 'issue_invoice', 'effect_succeeded');
    scenario.settle(system, 'send_invoice', 'effect_succeeded');
    expect(scenario.current).toMatchObject({ state: 'delivered', deadlines: [{ name: 'settlement' }] });
    // Wrong a second time, it counts anew.
    scenario.now = '2026-04-02T02:00:00.000Z';
    scenario.given(system, 'note_refund', { refundedMinor: 3_000 });
    expect(scenario.current.deadlines).toMatchObject([
      { name: 'replacement', dueAt: '2026-04-05T16:00:00.000Z' },
    ]);
  });
});

describe('the amount', () => {
  test.each([
    ['china', 8_000],
    ['eu', 10_000],
    ['generic', 8_000],
  ] as const)('with a coupon of the platform under the preset %s is %i', (preset, minor) => {
    const scenario = issuing({ policy: invoicePolicy(invoiceDefinitions[preset]) });
    expect(scenario.current.effects[0]?.params).toMatchObject({ amount: { minor } });
  });

  test.each([
    [0, 'guard_failed'],
    [1, 'accepted'],
    [7_999, 'accepted'],
    [8_000, 'accepted'],
    [8_001, 'invariant_broken'],
  ])('a refund of %i of 8000: %s', (refundedMinor, code) => {
    expect(codeOf(accepted().when(system, 'note_refund', { refundedMinor }))).toBe(code);
    expect(codeOf(issued().when(system, 'note_refund', { refundedMinor }))).toBe(code);
  });

  test('a refund that did not go through is invoiced all the same', () => {
    const scenario = issued();
    scenario.given(system, 'note_refund', { refundedMinor: 3_000 });
    scenario.settle(system, 'credit_invoice', 'effect_succeeded');
    scenario.settle(system, 'issue_invoice', 'effect_succeeded');
    scenario.given(system, 'note_refund_undone', { refundedMinor: 0 });
    expect(scenario.current.effects.at(-1)).toMatchObject({
      type: 'credit_invoice',
      params: { documentNumber: 2, amount: { minor: 5_000 } },
    });
    scenario.settle(system, 'credit_invoice', 'effect_succeeded');
    scenario.settle(system, 'issue_invoice', 'effect_succeeded');
    expect(scenario.current).toMatchObject({
      state: 'issued',
      data: { refundedMinor: 0 },
      counters: { case: { refundedMinor: 0 } },
    });
    expect(inForce(scenario)).toBe(8_000);
  });

  test('a refund that is undone while its invoice is being taken back leaves the whole to be invoiced', () => {
    const scenario = issued();
    scenario.given(system, 'note_refund', { refundedMinor: 8_000 });
    scenario.given(system, 'note_refund_undone', { refundedMinor: 0 });
    scenario.settle(system, 'credit_invoice', 'effect_succeeded');
    expect(scenario.current.effects.at(-1)).toMatchObject({
      type: 'issue_invoice',
      params: { documentNumber: 2, amount: { minor: 8_000 } },
    });
  });

  // Totals come in any order: an old one, told late, takes nothing back.
  test.each([
    ['note_refund', 2_999, 'guard_failed'],
    ['note_refund', 3_000, 'guard_failed'],
    ['note_refund', 3_001, 'accepted'],
    ['note_refund_undone', 2_999, 'accepted'],
    ['note_refund_undone', 3_000, 'guard_failed'],
    ['note_refund_undone', 3_001, 'guard_failed'],
  ] as const)('after 3000 given back, %s of %i: %s', (command, refundedMinor, code) => {
    for (const scenario of [accepted(), issued()]) {
      scenario.given(system, 'note_refund', { refundedMinor: 3_000 });
      expect(codeOf(scenario.when(system, command, { refundedMinor }))).toBe(code);
    }
  });

  test('a refund of more than was paid is refused with the rule that it would break', () => {
    const decision = accepted().when(system, 'note_refund', { refundedMinor: 8_001 });
    if (decision.ok) throw new Error('It was accepted.');
    expect(decision.refusal.message).toBe('It would break a rule: No more is refunded than was paid.');
    expect(formatRefusal(decision.refusal, 'zh-CN')).toBe('将违反规则：退款不得超过实付金额。');
  });

  test('that was credited as a whole is invoiced by another case when the refund did not go through', () => {
    const scenario = issued();
    scenario.given(system, 'note_refund', { refundedMinor: 8_000 });
    scenario.settle(system, 'credit_invoice', 'effect_succeeded');
    expect(scenario.current.state).toBe('credited');
    expect(codeOf(scenario.when(system, 'note_refund_undone', { refundedMinor: 3_000 }))).toBe('closed');
    const again = issued({ facts: { refundedMinor: 3_000 } });
    expect(inForce(again)).toBe(5_000);
  });

  test('is what was paid less what was refunded before', () => {
    const scenario = accepted({ facts: { refundedMinor: 1 } });
    scenario.given(platform, 'note_refund', { refundedMinor: 3_000 });
    scenario.given(system, 'issue', {});
    expect(scenario.current.effects.at(-1)?.params).toMatchObject({ amount: { minor: 5_000 } });
  });

  test('needs no invoice when all is refunded before it', () => {
    const scenario = accepted();
    scenario.given(system, 'note_refund', { refundedMinor: 8_000 });
    expect(scenario.current.state).toBe('nothing_due');
  });

  test('of a failed invoice is not tried again once it is too much', () => {
    const scenario = issuing();
    const key = scenario.current.effects[0]?.key ?? '';
    scenario.settle(system, 'issue_invoice', 'effect_failed');
    scenario.given(system, 'note_refund', { refundedMinor: 3_000 });
    expect(codeOf(scenario.when(system, 'retry_effect', { key }))).toBe('guard_failed');
    scenario.given(system, 'issue', {});
    expect(scenario.current.effects.at(-1)?.params).toMatchObject({
      documentNumber: 2,
      amount: { minor: 5_000 },
    });
  });
});

describe('after issuing', () => {
  test('a refund credits the invoice, and what remains is invoiced anew', () => {
    const scenario = issued();
    scenario.settle(system, 'send_invoice', 'effect_succeeded');
    scenario.given(system, 'note_refund', { refundedMinor: 3_000 });
    expect(scenario.current.state).toBe('reversing');
    expect(scenario.current.effects.at(-1)).toMatchObject({
      type: 'credit_invoice',
      params: { documentNumber: 1, amount: { minor: 8_000, currency: 'CNY' } },
    });
    scenario.settle(system, 'credit_invoice', 'effect_succeeded');
    expect(scenario.current.state).toBe('issuing');
    scenario.settle(system, 'issue_invoice', 'effect_succeeded');
    scenario.settle(system, 'send_invoice', 'effect_succeeded');
    expect(scenario.current).toMatchObject({
      state: 'delivered',
      counters: { case: { issuedMinor: 13_000, creditedMinor: 8_000, refundedMinor: 3_000 } },
    });
    expect(inForce(scenario)).toBe(5_000);
  });

  test('a refund of everything leaves no invoice', () => {
    const scenario = issued();
    scenario.given(system, 'note_refund', { refundedMinor: 8_000 });
    scenario.settle(system, 'credit_invoice', 'effect_succeeded');
    expect(scenario.current.state).toBe('credited');
    expect(inForce(scenario)).toBe(0);
  });

  test.each([
    // Issued on 2 March by the shop's calendar; 31 March ends at 16:00 UTC.
    ['digital', '2026-03-02T03:00:00.000Z', 'credit_invoice'],
    ['paper', '2026-03-31T15:59:59.999Z', 'void_invoice'],
    ['paper', '2026-03-31T16:00:00.000Z', 'credit_invoice'],
  ] as const)('a wrong title on a %s invoice at %s: %s', (medium, now, effect) => {
    const scenario = issued({ wish: medium === 'paper' ? paper : {} });
    scenario.now = now;
    scenario.given(customer, 'correct', { title: company });
    expect(scenario.current.state).toBe('reversing');
    scenario.settle(system, effect, 'effect_succeeded');
    expect(scenario.current.effects.at(-1)).toMatchObject({
      type: 'issue_invoice',
      params: { documentNumber: 2, title: company, amount: { minor: 8_000 } },
    });
  });

  test('what can no longer be voided is credited instead', () => {
    const scenario = issued({ wish: paper });
    scenario.given(customer, 'correct', { title: company });
    scenario.settle(system, 'void_invoice', 'effect_failed');
    expect(scenario.current.state).toBe('reversing_failed');
    scenario.given(agent, 'credit_instead', {});
    scenario.settle(system, 'credit_invoice', 'effect_succeeded');
    expect(scenario.current).toMatchObject({
      state: 'issuing',
      counters: { case: { creditedMinor: 8_000 } },
    });
  });

  test('a title corrected while the invoice is being issued is on the one that stays', () => {
    const scenario = issuing();
    scenario.given(customer, 'correct', { title: company });
    scenario.settle(system, 'issue_invoice', 'effect_succeeded');
    expect(scenario.current.state).toBe('reversing');
    scenario.settle(system, 'credit_invoice', 'effect_succeeded');
    expect(scenario.current.effects.at(-1)?.params).toMatchObject({ documentNumber: 2, title: company });
  });

  test('the official number goes onto the credit', () => {
    const scenario = issuing();
    const key = scenario.current.effects[0]?.key ?? '';
    scenario.given(system, 'effect_succeeded', { key, result: { officialNumber: '26312000000000000001' } });
    scenario.given(system, 'note_refund', { refundedMinor: 8_000 });
    expect(scenario.current.effects.at(-1)?.params).toMatchObject({ officialNumber: '26312000000000000001' });
  });

  test('an invoice given up for failed that exists after all is taken back', () => {
    const scenario = issuing();
    const key = scenario.current.effects[0]?.key ?? '';
    scenario.settle(system, 'issue_invoice', 'effect_failed');
    scenario.given(customer, 'correct', { title: company });
    scenario.given(system, 'issue', {});
    scenario.given(system, 'effect_succeeded', { key });
    expect(scenario.current.counters.case).toMatchObject({ issuedMinor: 8_000, strayMinor: 8_000 });
    expect(pending(scenario)).toEqual(['issue_invoice', 'credit_invoice']);
    scenario.settle(system, 'credit_invoice', 'effect_succeeded');
    scenario.settle(system, 'issue_invoice', 'effect_succeeded');
    expect(inForce(scenario)).toBe(8_000);
    expect(scenario.current.counters.case).toMatchObject({
      issuedMinor: 16_000,
      creditedMinor: 8_000,
      strayMinor: 0,
    });
  });

  test('and so is one of a case that has ended', () => {
    const scenario = issuing();
    const key = scenario.current.effects[0]?.key ?? '';
    scenario.settle(system, 'issue_invoice', 'effect_failed');
    scenario.given(customer, 'withdraw', {});
    expect(codeOf(scenario.when(agent, 'retry_effect', { key }))).toBe('guard_failed');
    scenario.given(system, 'effect_succeeded', { key });
    scenario.settle(system, 'credit_invoice', 'effect_succeeded');
    expect(scenario.current.state).toBe('withdrawn');
    expect(inForce(scenario)).toBe(0);
  });

  test('the case closes a year after delivery, when its books balance', () => {
    const scenario = issued();
    scenario.settle(system, 'send_invoice', 'effect_succeeded');
    scenario.pass('2027-03-02T15:59:59.999Z');
    expect(scenario.current.state).toBe('delivered');
    scenario.pass('2027-03-02T16:00:00.000Z');
    expect(scenario.current.state).toBe('closed');
  });
});

test.each([
  ['neutral', invoiceDefinition, returnDefinition],
  ['China', under(invoiceChinaPreset, invoiceDefinition), under(returnChinaPreset, returnDefinition)],
  ['EU', under(invoiceEuPreset, invoiceDefinition), under(returnEuPreset, returnDefinition)],
])('%s: an invoice can be credited as long as goods come back', (_, { deadlines = [] }, { settings }) => {
  const settlement = deadlines.find(({ name }) => name === 'settlement')?.after;
  const windows = Object.values(settings.reasons).map(({ window: { value } }) =>
    value !== null && 'days' in value ? value.days : 0,
  );
  const open = settlement !== undefined && 'days' in settlement ? settlement.days : 0;
  // A quarter of a year for the way back, and to settle what has come.
  expect(open).toBeGreaterThanOrEqual(Math.max(...windows) + 90);
});

test('no command and no effect can charge the customer', () => {
  const { commands, effects } = invoiceKind.shape;
  const keys = [...Object.values(commands), ...Object.values(effects).map(({ params }) => params)].flatMap(
    (schema) => Object.keys(schema.shape),
  );
  expect(keys.filter((key) => /fee|charge|price|cost|pa[iy]|postage/i.test(key))).toEqual(['postagePaidBy']);
  expect(effects.send_invoice.params.shape.postagePaidBy.safeParse('customer').success).toBe(false);
});

test('the diagram has the spec’s states', () => {
  const diagram = toMermaid(invoicePolicy(), 'en');
  expect(diagram).toContain('issued --> sent');
  expect(diagram).toContain('delivered --> reversing');
});
