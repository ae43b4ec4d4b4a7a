import {
  compensationChinaPreset,
  compensationDefinition,
  compensationEuPreset,
  freeShippingChinaPreset,
  freeShippingDefinition,
  freeShippingEuPreset,
  giftChinaPreset,
  giftDefinition,
  giftEuPreset,
  invoiceChinaPreset,
  invoiceDefinition,
  invoiceEuPreset,
  returnChinaPreset,
  returnDefinition,
  returnEuPreset,
} from '@aftercare/policies';
import { expect, test } from 'vitest';
import { type PresetOfPolicy, presetTables } from './presetFigures.js';

const introduction = `# The figures of the presets, and what they rest on

Written from the JSON of the presets: \`npx vitest run docs/tables --update\` brings this page up to date.

A preset is a start with a date on it, and no legal advice. Laws change, member states and platforms go further than what is
here, and platforms change their rules several times a year: **check your platform's current rules, and the law of the country
that you sell to, before you rely on a figure**, and override what differs. A shop's own figure has the same form, with its own
\`asOf\` and \`source\`.

What rests on a law or a platform's own text names it. "A default of ours" is what no text was found for, or what the law leaves
open; where it is modelled on something, it says on what. All figures of the neutral definitions are defaults of ours.

## What no figure says

A preset can only say what the policy has a figure for. A shop sees to these itself:

- **European Union, the right of withdrawal.** A customer who was not told of it has twelve months more (Directive 2011/83/EU,
  Art. 10(1)): staff open such a return as goodwill. Since 19 June 2026 a shop offers the withdrawal online, in two steps, and
  confirms it by e-mail or the like with its content, day and time (Art. 11a, by Directive (EU) 2023/2673).
- **European Union, the refund.** It is due 14 days after the withdrawal, and proof of sending is enough (Art. 13(1) and (3)). For
  a parcel that is still on its way then, staff confirm the receipt without it and settle with \`missing: 'refund'\`. The deadlines
  of the preset begin with the sending, and leave time for that.
- **European Union, goods that are not as they should be.** The customer may choose a repair, which is no remedy of the policy and
  adds twelve months to the two years (Directive (EU) 2019/771, Art. 10(2a) and 13(2)). Ways back cost the customer nothing, so
  \`mostBackFreightMinor\` has to be high enough for what you sell.
- **China, days off.** A last day on a statutory day off moves to the day after it (Civil Code, Art. 203), unless agreed otherwise
  (Art. 204). The preset counts plain days; \`"rollOver": true\` and a calendar with \`chinaWorkdays()\` follow the Code.
- **China, warranties.** How long goods can be returned, exchanged and repaired for a fault (三包) differs by kind of goods.
- **China, unsafe food.** Three times the loss can be more than ten times the price, which is the bound here.
`;

const china: readonly PresetOfPolicy[] = [
  { definition: compensationDefinition, preset: compensationChinaPreset, file: 'compensation-china.json' },
  { definition: giftDefinition, preset: giftChinaPreset, file: 'gift-china.json' },
  { definition: freeShippingDefinition, preset: freeShippingChinaPreset, file: 'free-shipping-china.json' },
  { definition: invoiceDefinition, preset: invoiceChinaPreset, file: 'invoice-china.json' },
  { definition: returnDefinition, preset: returnChinaPreset, file: 'return-china.json' },
];
const eu: readonly PresetOfPolicy[] = [
  { definition: compensationDefinition, preset: compensationEuPreset, file: 'compensation-eu.json' },
  { definition: giftDefinition, preset: giftEuPreset, file: 'gift-eu.json' },
  { definition: freeShippingDefinition, preset: freeShippingEuPreset, file: 'free-shipping-eu.json' },
  { definition: invoiceDefinition, preset: invoiceEuPreset, file: 'invoice-eu.json' },
  { definition: returnDefinition, preset: returnEuPreset, file: 'return-eu.json' },
];

test('the page of the presets tells what their figures rest on', async () => {
  const page = [
    introduction,
    '## China, marketplace\n',
    presetTables(china),
    '## European Union\n',
    presetTables(eu),
  ];
  await expect(page.join('\n')).toMatchFileSnapshot('../explanation/figures-of-the-presets.md');
});

test('every figure names an article or a numbered text, or says that it is ours', () => {
  const rows = presetTables([...china, ...eu])
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  expect(rows.length).toBeGreaterThan(40);
  const sources = rows.map((row) => row.split(' | ')[2] ?? '');
  const vague = sources.filter((source) => !/^a default of ours|Art\. \d|No\. \d|GB \d|^WeChat/.test(source));
  expect(vague).toEqual([]);
});

test('a figure is a row, what is the same for the same reason one row, and a deadline has its time from the definition', () => {
  const rests = { asOf: '2026-03-02', source: 'a law', note: 'a note' };
  const preset = {
    ...compensationEuPreset,
    settings: {
      claimDaysByReason: { damaged: { value: 7, ...rests }, missing: { value: 7, ...rests } },
      beyondPaid: {
        fraud: {
          value: { percentOfLines: 300, atLeast: { minor: 500, currency: 'EUR' } },
          asOf: '2026-03-02',
          source: 'ours',
        },
      },
      whole: { value: { days: 14, rollOver: true }, ...rests },
      none: { value: [], ...rests },
    },
    deadlines: { answer: { basis: rests } },
  };
  const table = presetTables([{ definition: compensationDefinition, preset, file: 'one.json' }]);
  expect(table.split('\n').slice(6, -1)).toEqual([
    '| `claimDaysByReason.damaged`, `claimDaysByReason.missing` | 7 | a law | a note | 2026-03-02 |',
    '| `beyondPaid.fraud` | percentOfLines 300, atLeast €5.00 | ours |  | 2026-03-02 |',
    '| `whole` | 14 days, to a working day | a law | a note | 2026-03-02 |',
    '| `none` | none | a law | a note | 2026-03-02 |',
    '| `deadlines.answer` | 7 days | a law | a note | 2026-03-02 |',
  ]);
});
