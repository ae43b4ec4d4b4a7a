import { describe, expect, test } from 'vitest';
import { table, widthOf, wrap } from './layout.js';

describe('a text', () => {
  test('takes two columns for each Chinese letter', () => {
    expect(widthOf('ok，好的')).toBe(8);
  });

  test('breaks before the word that would go over column 80', () => {
    const words = (count: number) => Array(count).fill('nine char').join(' ');
    // A margin of one column, and eight times ten columns less the last space: 80.
    expect(wrap(words(8), ' ')).toBe(` ${words(8)}`);
    expect(wrap(`${words(8)} x`, ' ')).toBe(` ${words(8)}\n x`);
  });

  test('in Chinese breaks anywhere but before a comma or a full stop', () => {
    expect(wrap(`${'好'.repeat(40)}的`, '')).toBe(`${'好'.repeat(40)}\n的`);
    expect(wrap(`${'好'.repeat(40)}，的`, '')).toBe(`${'好'.repeat(39)}\n好，的`);
  });

  test('keeps the spaces between words, and adds none', () => {
    expect(wrap('VIP 会员 Ann您好', '  ')).toBe('  VIP 会员 Ann您好');
  });
});

test('a table aligns by columns of the terminal, as many to the left as it is told', () => {
  const rows = [
    ['好', 'a', '1'],
    ['long', 'bb', '22'],
  ];
  expect(table(rows, ' ')).toBe(' 好     a   1\n long  bb  22');
  expect(table(rows, ' ', 2)).toBe(' 好    a    1\n long  bb  22');
});
