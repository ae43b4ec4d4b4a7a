import { describe, expect, test } from 'vitest';
import { minutesOfDay } from './timeOfDay.js';

describe('the minutes of a time of day', () => {
  test.each([
    ['00:00', 0],
    ['00:01', 1],
    ['09:30', 570],
    ['23:59', 1439],
  ])('%s are %i', (time, minutes) => {
    expect(minutesOfDay(time)).toBe(minutes);
  });

  test.each(['24:00', '23:60', '9:30', '09:3', '09:30:00', '0930', '09-30', 'ab:cd', '-1:30', ' 9:30', ''])(
    'are not there for "%s"',
    (time) => {
      expect(minutesOfDay(time)).toBeUndefined();
    },
  );

  test('are not there for what is no text, as callers without types may pass', () => {
    expect(Reflect.apply(minutesOfDay, undefined, [930])).toBeUndefined();
  });
});
