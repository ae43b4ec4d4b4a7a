import type { CombinedConditionDocument } from '@aftercare/rules';
import { describe, expect, test } from 'vitest';
import { invoiceDefinitions, invoicePolicy } from '../../../test/invoicePolicy.js';
import type { PolicyDefinition, Transition } from '../../definition/index.js';
import { verifyPolicy } from '../../verify/index.js';
import type { InvoiceSettings } from './invoiceSchemas.js';
import { invoiceDefinition } from './shippedInvoice.js';

describe('nothing is found in the invoice policy', () => {
  test.each(Object.entries(invoiceDefinitions))(
    'under the preset %s',
    { timeout: 120_000 },
    (_, definition) => {
      expect(verifyPolicy(invoicePolicy(definition))).toEqual([]);
    },
  );
});

type Definition = PolicyDefinition<InvoiceSettings>;

function findingsOf(definition: Definition): readonly string[] {
  return verifyPolicy(invoicePolicy(definition), { cases: 0 })
    .filter(({ code }) => code === 'kind_finding')
    .map(({ path }) => path.join('.'));
}

function withTransition(name: string, change: Partial<Transition>): Definition {
  const transitions = invoiceDefinition.transitions.map((one) =>
    one.name === name ? { ...one, ...change } : one,
  );
  return { ...invoiceDefinition, transitions };
}

function withGuard(definition: Definition, name: string, when: CombinedConditionDocument): Definition {
  return { ...definition, guards: { ...definition.guards, [name]: when } };
}

/** The shop would rather not issue small invoices: exactly what the platforms penalise. */
const atLeastOneYuan: CombinedConditionDocument = {
  all: [{ fact: 'leftMinor', operator: 'greaterThanInclusive', value: 100 }],
};

describe('a path by which a valid request is refused is found:', () => {
  test('an opening that asks for an amount', () => {
    const { opening } = invoiceDefinition;
    const seeded = withGuard(invoiceDefinition, 'large', atLeastOneYuan);
    expect(findingsOf({ ...seeded, opening: { ...opening, when: ['large'] } })).toEqual(['opening']);
  });

  test('an opening that is not for customers', () => {
    const { opening } = invoiceDefinition;
    expect(findingsOf({ ...invoiceDefinition, opening: { ...opening, by: ['agent'] } })).toEqual([
      'opening.by',
    ]);
  });

  test('issuing that asks for an amount', () => {
    const seeded = withTransition('issue', { when: ['something_left', 'nothing_to_retry', 'large'] });
    const stuck = ['requested', 'accepted', 'needs_correction'].map((state) => `states.${state}`);
    expect(findingsOf(withGuard(seeded, 'large', atLeastOneYuan))).toEqual(
      expect.arrayContaining(stuck.slice(0, 2)),
    );
  });

  test('accepting that asks for an amount, so that small requests are sent back', () => {
    const seeded = withTransition('accept', { when: ['content_of_order', 'title_complete', 'large'] });
    const sendBack = invoiceDefinition.transitions.findIndex(({ name }) => name === 'send_back');
    expect(findingsOf(withGuard(seeded, 'large', atLeastOneYuan))).toContain(`transitions.${sendBack}`);
  });

  test('staff who may withdraw a request for the customer', () => {
    expect(findingsOf(withTransition('withdraw', { by: ['customer', 'agent'] }))).toEqual([
      'states.withdrawn',
    ]);
  });

  test('a clock that ends what waits for the shop', () => {
    expect(findingsOf(withTransition('lapse', { from: ['requested', 'needs_correction'] }))).toEqual([
      'states.lapsed',
    ]);
  });

  test('a failure after which nobody can try again', () => {
    const definition = {
      ...withTransition('issue', { from: ['accepted'] }),
    };
    const transitions = definition.transitions.filter(
      ({ name }) => !['retry_issue', 'ask_correction', 'correct'].includes(name),
    );
    const late = transitions.map((one) =>
      one.name === 'issued' || one.name === 'issued_wrong' ? { ...one, from: ['issuing'] } : one,
    );
    expect(findingsOf({ ...definition, transitions: late })).toContain('states.issuing_failed');
  });

  test('a shop that issues special invoices only', () => {
    const { settings } = invoiceDefinition;
    const forms = { ...settings.forms, value: ['special' as const] };
    expect(findingsOf({ ...invoiceDefinition, settings: { ...settings, forms } })).toEqual([
      'settings.forms',
    ]);
  });

  test('and told in both languages', () => {
    const [finding] = verifyPolicy(invoicePolicy(withTransition('withdraw', { by: ['customer', 'agent'] })), {
      cases: 0,
    });
    expect(finding?.details).toEqual({
      en: 'A valid request can be in the state "withdrawn" without the customer\'s doing, and gets no invoice from there.',
      'zh-CN': '有效的开票申请可能在客户未作任何操作的情况下进入状态“withdrawn”，此后无法取得发票。',
    });
  });
});
