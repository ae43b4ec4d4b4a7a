import type { RfmSegment } from './rfmSegment.js';

const HIGH = [4, 5];
const LOW = [1, 2, 3];

/**
 * The eight segments that the Chinese trade teaches with RFM (重要价值客户 and so on): each of recency, frequency and
 * monetary value is high or low. Who spends much is "important", who does not "general"; of both, who comes lately and
 * often is of value, who comes lately and seldom is to be developed, who came often but not lately is to be kept, who did
 * neither is to be won back. The trade sets the border at the average; the average of scores by rank is 3, so 4 and 5 are
 * high here.
 *
 * @example
 * ```ts
 * import { defaultRfmSegments, parseRfmSegments } from '@aftercare/core';
 *
 * defaultRfmSegments.map((segment) => segment.code).slice(0, 2); // => ['important_value', 'important_development']
 * parseRfmSegments(defaultRfmSegments).ok; // => true
 * ```
 */
export const defaultRfmSegments: readonly RfmSegment[] = [
  {
    code: 'important_value',
    name: { en: 'Important, of value', 'zh-CN': '重要价值客户' },
    where: [{ recency: HIGH, frequency: HIGH, monetary: HIGH }],
  },
  {
    code: 'important_development',
    name: { en: 'Important, to be developed', 'zh-CN': '重要发展客户' },
    where: [{ recency: HIGH, frequency: LOW, monetary: HIGH }],
  },
  {
    code: 'important_keeping',
    name: { en: 'Important, to be kept', 'zh-CN': '重要保持客户' },
    where: [{ recency: LOW, frequency: HIGH, monetary: HIGH }],
  },
  {
    code: 'important_winning_back',
    name: { en: 'Important, to be won back', 'zh-CN': '重要挽留客户' },
    where: [{ recency: LOW, frequency: LOW, monetary: HIGH }],
  },
  {
    code: 'general_value',
    name: { en: 'General, of value', 'zh-CN': '一般价值客户' },
    where: [{ recency: HIGH, frequency: HIGH, monetary: LOW }],
  },
  {
    code: 'general_development',
    name: { en: 'General, to be developed', 'zh-CN': '一般发展客户' },
    where: [{ recency: HIGH, frequency: LOW, monetary: LOW }],
  },
  {
    code: 'general_keeping',
    name: { en: 'General, to be kept', 'zh-CN': '一般保持客户' },
    where: [{ recency: LOW, frequency: HIGH, monetary: LOW }],
  },
  {
    code: 'general_winning_back',
    name: { en: 'General, to be won back', 'zh-CN': '一般挽留客户' },
    where: [{ recency: LOW, frequency: LOW, monetary: LOW }],
  },
];
