import { expect, test } from 'vitest';
import {
  agent,
  come,
  customer,
  line,
  type Play,
  request,
  shelved,
  start,
  system,
  yuan,
} from '../../../test/returnPlays.js';

/** Three lines of 200.00, each of which an agent may refund. */
const lines = ['cup', 'pot', 'tray'].map((lineId) => line(lineId, 1, 20_000));
const order = { paid: yuan(60_000), lines, outbound: { costMinor: 0, paidBy: 'shop' } } as const;

function approve(play: Play, command: 'request_return' | 'claim', lineId: string) {
  play.given(customer, command, { ...request, lines: [{ lineId, pieces: 1 }] });
  return play.given(agent, 'approve', { lines: [{ lineId, pieces: 1 }] });
}

const askedOfLead = [{ type: 'request_approval', params: { role: 'lead' } }];

test('an agent agrees to no more refunds of one order in several cases than a lead knows of', () => {
  const first = start(order);
  expect(approve(first, 'request_return', 'cup').effects).not.toMatchObject(askedOfLead);
  const second = start(order, first.usage);
  expect(approve(second, 'request_return', 'pot').effects).toMatchObject(askedOfLead);
});

test('nor in several rounds of one case', () => {
  const play = start(order);
  approve(play, 'request_return', 'cup');
  play.settle(system, 'arrange_return', 'effect_succeeded');
  come(play, 'parcel', 1, 'cup');
  shelved(play, 1, 0, 'cup');
  play.given(agent, 'settle', { missing: 'keep' });
  play.settle(system, 'refund_payment', 'effect_succeeded');
  expect(approve(play, 'claim', 'pot').effects).toMatchObject(askedOfLead);
});
