import { expect, test } from 'vitest';
import { demoBirthday } from './demoBirthdays.js';

test.each([
  // 366 = 366 x 1 + 0, the first day; 59 days after it is the leap day; 365 days after it the last one.
  ['AA-00366', 1, 1],
  ['AA-00059', 2, 29],
  ['AA-00365', 12, 31],
  // 12520 = 366 x 34 + 76: January has 31 days and February 29, so that the 77th day is the 17th of March.
  ['CG-12520', 3, 17],
])('the birthday that is made up for %s is in month %i on day %i', (id, month, day) => {
  expect(demoBirthday(id)).toEqual({ calendar: 'solar', month, day });
});
