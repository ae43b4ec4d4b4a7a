import { describe, expect, test } from 'vitest';
import { invoiceDefinitions, invoicePolicy } from '../../../test/invoicePolicy.js';
import type { InvoiceWish } from './invoiceSchemas.js';
import { problemsOf, warningsOf } from './wishProblems.js';

const lines = [
  { id: 'a', name: '保温杯', category: '日用品' },
  { id: 'b', name: '台灯', category: '灯具' },
];
const wish: InvoiceWish = {
  title: { type: 'person', name: '个人' },
  form: 'ordinary',
  medium: 'digital',
  content: { of: 'lines', lineIds: ['a', 'b'] },
  deliverTo: null,
};
const company = { type: 'company', name: '某某贸易有限公司', taxpayerNumber: '91310000MA1FL0001R' } as const;
const settingsOf = (preset: keyof typeof invoiceDefinitions) =>
  invoicePolicy(invoiceDefinitions[preset]).definition.settings;

describe('problems, field by field', () => {
  test.each<[string, Partial<InvoiceWish>, keyof typeof invoiceDefinitions, string[]]>([
    ['nothing is wrong', {}, 'china', []],
    ['no name', { title: { type: 'person', name: '  ' } }, 'china', ['name missing']],
    ['a company without a name', { title: { ...company, name: '' } }, 'china', ['name missing']],
    ['a company without a number', { title: { type: 'company', name: 'x' } }, 'china', []],
    ['an odd number', { title: { ...company, taxpayerNumber: '1' } }, 'china', []],
    ['special to a company', { title: company, form: 'special' }, 'china', []],
    ['special to a person', { form: 'special' }, 'china', ['form needs_company']],
    [
      'special without a number',
      { title: { type: 'company', name: 'x' }, form: 'special' },
      'china',
      ['taxpayer_number missing'],
    ],
    ['special where the shop has none', { title: company, form: 'special' }, 'generic', ['form not_offered']],
    ['a full invoice without an address', { title: company, form: 'special' }, 'eu', ['address missing']],
    ['one line', { content: { of: 'lines', lineIds: ['b'] } }, 'china', []],
    [
      'a line of another order',
      { content: { of: 'lines', lineIds: ['a', 'c'] } },
      'china',
      ['content not_of_order'],
    ],
    ['a category', { content: { of: 'category', category: '灯具' } }, 'china', []],
    [
      'another category',
      { content: { of: 'category', category: '办公用品' } },
      'china',
      ['content not_of_order'],
    ],
    ['paper to nowhere', { medium: 'paper' }, 'china', ['deliver_to missing']],
    ['paper to an address', { medium: 'paper', deliverTo: '某市某路 1 号' }, 'china', []],
    [
      'several at once',
      { title: { type: 'person', name: '' }, form: 'special', content: { of: 'category', category: '礼品' } },
      'china',
      ['name missing', 'form needs_company', 'content not_of_order'],
    ],
  ])('%s', (_, change, preset, expected) => {
    const problems = problemsOf({ ...wish, ...change }, lines, settingsOf(preset));
    expect(problems.map(({ field, why }) => `${field} ${why}`)).toEqual(expected);
  });

  test('a medium that the shop does not issue', () => {
    const settings = settingsOf('china');
    const digitalOnly = { ...settings, media: { ...settings.media, value: ['digital' as const] } };
    expect(problemsOf({ ...wish, medium: 'paper', deliverTo: 'x' }, lines, digitalOnly)).toEqual([
      { field: 'medium', why: 'not_offered' },
    ]);
  });
});

describe('warnings', () => {
  test.each<[string, InvoiceWish['title'], keyof typeof invoiceDefinitions, string[]]>([
    ['a person', { type: 'person', name: '个人' }, 'china', []],
    ['a sound number', company, 'china', []],
    ['a wrong check digit', { ...company, taxpayerNumber: '91310000MA1FL00010' }, 'china', ['check_digit']],
    ['no number', { type: 'company', name: '某某协会' }, 'china', ['missing']],
    ['a Chinese number in the EU', company, 'eu', ['country']],
    ['any number where none is looked at', { ...company, taxpayerNumber: '1' }, 'generic', []],
  ])('%s', (_, title, preset, expected) => {
    expect(warningsOf({ ...wish, title }, settingsOf(preset)).map(({ why }) => why)).toEqual(expected);
  });
});
