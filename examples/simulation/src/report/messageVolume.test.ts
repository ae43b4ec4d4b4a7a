import { expect, test } from 'vitest';
import type { SentMessage } from '../check/checkMessages.js';
import { messageVolume } from './messageVolume.js';

const message = (customerId: string, at: string, purpose: SentMessage['purpose']): SentMessage => ({
  actionId: `a_rule/${at}/${customerId}`,
  rule: 'a_rule',
  customerId,
  channel: 'email',
  purpose,
  at,
});
const customers = [
  { id: 'ann', registeredAt: '2015-01-01T00:00:00Z' },
  { id: 'bob', registeredAt: '2015-01-01T00:00:00Z' },
  // Day 92 of the first year: counted only in the second.
  { id: 'eve', registeredAt: '2016-04-02T00:00:00Z' },
];
const messages = [
  message('ann', '2016-02-01T12:00:00Z', 'marketing'),
  message('ann', '2016-02-07T12:00:00Z', 'service'),
  message('ann', '2016-02-08T12:00:00Z', 'service'),
  message('eve', '2017-02-01T12:00:00Z', 'service'),
  message('held_out', '2017-02-01T12:00:00Z', 'service'),
];
const volume = messageVolume(messages, customers, Date.parse('2016-01-01T00:00:00Z'));

test('messages are counted by customer, year and purpose', () => {
  expect(volume.years).toEqual([
    { year: 1, purpose: 'marketing', customers: 2, mean: 0.5, median: 0, ninetieth: 1, most: 1 },
    { year: 1, purpose: 'service', customers: 2, mean: 1, median: 0, ninetieth: 2, most: 2 },
    { year: 1, purpose: 'all', customers: 2, mean: 1.5, median: 0, ninetieth: 3, most: 3 },
    { year: 2, purpose: 'marketing', customers: 3, mean: 0, median: 0, ninetieth: 0, most: 0 },
    { year: 2, purpose: 'service', customers: 3, mean: 1 / 3, median: 0, ninetieth: 1, most: 1 },
    { year: 2, purpose: 'all', customers: 3, mean: 1 / 3, median: 0, ninetieth: 1, most: 1 },
  ]);
});

test('bands hold every customer of every year once', () => {
  expect(volume.bands.slice(0, 2)).toEqual([
    { from: 0, to: 0, customers: 3 },
    { from: 1, to: 6, customers: 2 },
  ]);
  expect(volume.bands.reduce((sum, band) => sum + band.customers, 0)).toBe(5);
});

test('a window of seven days ends before the same hour a week later', () => {
  expect(volume.busiest).toEqual([
    { days: 1, messages: 1 },
    { days: 7, messages: 2 },
    { days: 30, messages: 3 },
  ]);
});
