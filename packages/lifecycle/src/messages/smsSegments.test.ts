import { describe, expect, test } from 'vitest';
import { smsSegments } from './smsSegments.js';

describe('a text message', () => {
  test.each([
    [0, 0],
    [1, 1],
    [69, 1],
    [70, 1],
    [71, 2],
    [133, 2],
    [134, 2],
    [135, 3],
    [201, 3],
    [202, 4],
  ])('of %i Chinese characters travels in %i segments', (characters, segments) => {
    expect(smsSegments('好'.repeat(characters)).segments).toBe(segments);
    expect(smsSegments('好'.repeat(characters)).characters).toBe(characters);
  });

  test.each([
    [159, 1],
    [160, 1],
    [161, 2],
    [305, 2],
    [306, 2],
    [307, 3],
  ])('of %i Latin letters travels in %i segments where the alphabet of GSM counts', (letters, segments) => {
    expect(smsSegments('a'.repeat(letters), 'gsm_7')).toEqual({
      characters: letters,
      segments,
      alphabet: 'gsm_7',
    });
  });

  test('counts Latin letters as Chinese ones unless the gateway says otherwise', () => {
    expect(smsSegments('a'.repeat(71))).toEqual({ characters: 71, segments: 2, alphabet: 'ucs_2' });
  });

  test('loses the larger size with the first letter outside the alphabet', () => {
    expect(smsSegments(`${'a'.repeat(70)}ë`, 'gsm_7')).toEqual({
      characters: 71,
      segments: 2,
      alphabet: 'ucs_2',
    });
    expect(smsSegments(`${'a'.repeat(70)}é`, 'gsm_7').segments).toBe(1);
  });

  test.each(['€', '[', ']', '{', '}', '\\', '^', '~', '|'])(
    'counts %s twice, as an escape goes before it',
    (letter) => {
      expect(smsSegments(letter.repeat(80), 'gsm_7')).toEqual({
        characters: 160,
        segments: 1,
        alphabet: 'gsm_7',
      });
      expect(smsSegments(letter.repeat(81), 'gsm_7').segments).toBe(2);
    },
  );

  test('never tears a character apart: an escaped letter that does not fit begins the next segment', () => {
    // 152 letters and half of a euro sign would fill 153; so 152, then 76 euro signs in 152, then 2.
    expect(smsSegments(`${'a'.repeat(152)}${'€'.repeat(77)}`, 'gsm_7')).toEqual({
      characters: 306,
      segments: 3,
      alphabet: 'gsm_7',
    });
    // 33 pairs in 66 of the 67 places.
    expect(smsSegments('😀'.repeat(66)).segments).toBe(2);
    expect(smsSegments('😀'.repeat(67)).segments).toBe(3);
  });
});
