import { dayNumberOf, dayOfNumber, unwrap } from '@aftercare/core';
import * as china from '@aftercare/core/china';
import { expect, test } from 'vitest';
import { defaultFestivals } from './defaultFestivals.js';
import { festivalDay } from './festivalDay.js';

const FIRST = dayNumberOf('1901-01-01') ?? Number.NaN;
const END = dayNumberOf('2100-01-01') ?? Number.NaN;

test.each(defaultFestivals)(
  '$code of 1901 to 2099 is on the days that carry its date, seen from every day',
  (festival) => {
    if (!('date' in festival)) throw new Error(`${festival.code} has no date.`);
    const { calendar, month, day } = festival.date;
    const isOn = (text: string): boolean => {
      if (calendar === 'solar') return Number(text.slice(5, 7)) === month && Number(text.slice(8)) === day;
      const date = unwrap(china.lunarDateOf(text));
      return date.month === month && date.day === day && !date.leapMonth;
    };
    let wrong = 0;
    let count = 0;
    // Backwards, so that the next day of the festival is the last one that was seen.
    let next: string | undefined;
    for (let number = END + 360; number >= FIRST; number--) {
      const today = dayOfNumber(number);
      if (isOn(today)) {
        next = today;
        if (number < END) count++;
      }
      if (number < END && festivalDay(festival, today, { lunar: china }) !== next) wrong++;
    }
    expect(wrong).toBe(0);
    expect(count).toBe(199);
  },
);
