import { expect, test } from 'vitest';
import { isTimeZone } from './timeZone.js';

test('every zone of the machine is a zone, and UTC is', () => {
  for (const zone of Intl.supportedValuesOf('timeZone')) expect(isTimeZone(zone)).toBe(true);
  expect(isTimeZone('UTC')).toBe(true);
});

test('a name that was found once is found again, in other letters too', () => {
  expect(isTimeZone('Asia/Shanghai')).toBe(true);
  expect(isTimeZone('Asia/Shanghai')).toBe(true);
  expect(isTimeZone('asia/SHANGHAI')).toBe(true);
});

test.each(['Asia/Shangai', '+08:00', '-05', '8', '', ' UTC', 'Local'])('"%s" is no zone', (name) => {
  expect(isTimeZone(name)).toBe(false);
});

test('what is no text is no zone, and above all not the zone of the machine', () => {
  expect(Reflect.apply(isTimeZone, undefined, [undefined])).toBe(false);
  expect(Reflect.apply(isTimeZone, undefined, [null])).toBe(false);
});
