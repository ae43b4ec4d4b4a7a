import type { Festival } from './festival.js';

/** On the same date every solar year. */
const solar = (month: number, day: number) => ({ date: { calendar: 'solar' as const, month, day } });

/** On the same date every lunar year. */
const lunar = (month: number, day: number) => ({ date: { calendar: 'lunar' as const, month, day } });

/**
 * The festivals on which shops in China greet their customers, and the two big sales of the end of the year, 双十一 and
 * 双十二. Shops elsewhere give a list of their own.
 */
export const defaultFestivals: readonly Festival[] = [
  { code: 'new_year', titles: { en: 'New Year', 'zh-CN': '元旦' }, ...solar(1, 1) },
  { code: 'spring_festival', titles: { en: 'Spring Festival', 'zh-CN': '春节' }, ...lunar(1, 1) },
  { code: 'lantern', titles: { en: 'Lantern Festival', 'zh-CN': '元宵节' }, ...lunar(1, 15) },
  { code: 'dragon_boat', titles: { en: 'Dragon Boat Festival', 'zh-CN': '端午节' }, ...lunar(5, 5) },
  { code: 'qixi', titles: { en: 'Qixi Festival', 'zh-CN': '七夕节' }, ...lunar(7, 7) },
  { code: 'mid_autumn', titles: { en: 'Mid-Autumn Festival', 'zh-CN': '中秋节' }, ...lunar(8, 15) },
  { code: 'double_ninth', titles: { en: 'Double Ninth Festival', 'zh-CN': '重阳节' }, ...lunar(9, 9) },
  { code: 'national_day', titles: { en: 'National Day', 'zh-CN': '国庆节' }, ...solar(10, 1) },
  { code: 'singles_day', titles: { en: "Singles' Day", 'zh-CN': '双十一' }, ...solar(11, 11) },
  { code: 'double_twelve', titles: { en: 'Double Twelve', 'zh-CN': '双十二' }, ...solar(12, 12) },
];
