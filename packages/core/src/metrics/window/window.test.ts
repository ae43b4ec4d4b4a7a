import { dayBoundsOf, parseDayWindow, purchaseSelection } from '@aftercare/core';
import { describe, expect, test } from 'vitest';

describe('A window of days', () => {
  test('is what it was when it holds a day', () => {
    const window = { from: '2026-02-28', to: '2026-03-01' };
    expect(parseDayWindow(window)).toEqual({ ok: true, value: window });
    expect(dayBoundsOf(window)).toEqual({ from: 20_512, to: 20_513 });
  });

  test.each([
    [{ from: '2026-03-01', to: '2026-03-01' }, [['empty_window', []]]],
    [{ from: '2026-03-02', to: '2026-03-01' }, [['empty_window', []]]],
    [{ from: '2026-02-29', to: '2026-03-01' }, [['invalid_day', ['from']]]],
    [{ from: '2026-02-01', to: '2026-3-1' }, [['invalid_day', ['to']]]],
    [{ from: '2026-02-01' }, [['missing', ['to']]]],
    [{ from: '2026-02-01', to: '2026-03-01', until: 1 }, [['unknown_key', []]]],
  ])('%j has issues', (input, expected) => {
    const result = parseDayWindow(input);
    expect(result.ok ? [] : result.issues.map(({ code, path }) => [code, path])).toEqual(expected);
  });
});

describe('A selection of purchases', () => {
  test('without options has every day, no cancelled and no wholly refunded order', () => {
    const selection = purchaseSelection();
    expect(selection.window).toBeNull();
    expect(selection.from).toBeLessThan(-719_162);
    expect(selection.to).toBeGreaterThan(2_932_896);
    expect([selection.rejectedStatus, selection.excludedStatus]).toEqual([64 + 128, 0]);
    expect(purchaseSelection({ refundedOrders: 'count' }).rejectedStatus).toBe(64);
  });

  test('lists its flags once and in one order', () => {
    const { exclude, excludedStatus } = purchaseSelection({ exclude: ['test', 'gift', 'test'] });
    expect([exclude, excludedStatus]).toEqual([['gift', 'test'], 4 + 32]);
  });
});
