import { describe, expect, test } from 'vitest';
import { flawOfTaxpayerNumber } from './taxpayerNumber.js';

describe('a Chinese taxpayer number', () => {
  // The first is the code that many published checks use as their sample; the others are made up, their check digits
  // worked out apart from this code. For 51110000500000001E: 5·1 + 1·3 + 1·9 + 1·27 + 5·(3^8 mod 31 = 20) + 1·(3^16 mod
  // 31 = 28) = 5 + 3 + 9 + 27 + 100 + 28 = 172; 172 mod 31 = 17; 31 - 17 = 14, which is E.
  test.each([
    ['91350100M000100Y43', null],
    ['51110000500000001E', null],
    ['91310000MA1FL0001R', null],
    ['91440300MA5D000028', null],
    ['92330106MA2B000032', null],
    ['121000004000000049', null],
    ['91110108MA0000006W', null],
    // The check digit is 0, where the sum without it is a multiple of 31.
    ['91110108MA00000070', null],
    // One character changed, and two exchanged.
    ['91350100M000100Y44', 'check_digit'],
    ['91350100M000100Y34', 'check_digit'],
    ['51110000500000010E', 'check_digit'],
    // I, O, S, V and Z are in no code.
    ['91350100M000I00Y43', 'letters'],
    ['91350100M000O00Y43', 'letters'],
    ['91350100M000S00Y43', 'letters'],
    ['91350100M000V00Y43', 'letters'],
    ['91350100M000100Y4Z', 'letters'],
    ['91350100m000100y43', 'letters'],
    // Of 15 characters, from before 2015.
    ['110108000000001', null],
    ['110108MA0000006', null],
    ['11010X000000001', 'letters'],
    // Of 20 characters, of a sole trader.
    ['11010119900101001X01', null],
    ['11010119900101001801', null],
    ['1101011990010100AA01', 'letters'],
    ['', 'length'],
    ['91350100M000100Y4', 'length'],
    ['91350100M000100Y430', 'length'],
    ['11010119900101001', 'length'],
    ['110101199001010018011', 'length'],
    [' 91350100M000100Y43', 'length'],
  ] as const)('%s: %s', (number, flaw) => {
    expect(flawOfTaxpayerNumber(number, 'china')).toBe(flaw);
  });
});

test.each([
  ['DE123456789', null],
  ['EL123456789', null],
  ['XI123456789', null],
  ['NL123456789B01', null],
  ['IE1234567+A', null],
  ['RO12', null],
  ['RO1', 'length'],
  ['RO1234567890123', 'length'],
  ['GB123456789', 'country'],
  ['GR123456789', 'country'],
  ['123456789', 'country'],
  ['DE123 456 78', 'letters'],
] as const)('a VAT number %s: %s', (number, flaw) => {
  expect(flawOfTaxpayerNumber(number, 'eu_vat')).toBe(flaw);
});

test('nothing is odd where numbers are not looked at', () => {
  expect(flawOfTaxpayerNumber('any', 'unchecked')).toBeNull();
});
