import { describe, expect, test } from 'vitest';
import { parseShipment, type Shipment } from '../index.js';

const announced: Shipment = { id: 's-1', orderId: 'o-1', scans: [] };

const delivered: Shipment = {
  ...announced,
  carrier: '顺丰',
  trackingNumber: 'SF1234567890',
  scans: [
    { at: '2026-03-02T18:20:00+08:00', kind: 'picked_up', place: '杭州' },
    { at: '2026-03-03T11:02:00+08:00', kind: 'exception', note: '客户不在' },
    { at: '2026-03-04T12:10:00+08:00', kind: 'signed' },
  ],
};

describe('a shipment', () => {
  test.each([
    ['before the first scan', announced],
    ['with scans', delivered],
  ])('%s is read as it is, also from JSON', (_, shipment) => {
    expect(parseShipment(shipment)).toEqual({ ok: true, value: shipment });
    expect(parseShipment(JSON.parse(JSON.stringify(shipment)))).toEqual({ ok: true, value: shipment });
  });

  test.each<[string, object, string, (string | number)[]]>([
    ['no scans', { scans: undefined }, 'invalid_type', ['scans']],
    [
      'a scan of an unknown kind',
      { scans: [{ at: '2026-03-02T18:20:00+08:00', kind: 'lost' }] },
      'not_one_of',
      ['scans', 0, 'kind'],
    ],
    [
      'a scan at no moment',
      { scans: [{ at: '2026-03-02', kind: 'signed' }] },
      'invalid_instant',
      ['scans', 0, 'at'],
    ],
    ['an empty carrier', { carrier: '' }, 'out_of_range', ['carrier']],
    ['an empty tracking number', { trackingNumber: '' }, 'invalid_format', ['trackingNumber']],
    ['an unknown key', { weight: 250 }, 'unknown_key', []],
  ])('is refused with %s', (_, change, code, path) => {
    const result = parseShipment({ ...announced, ...change });
    expect(result.ok ? [] : result.issues).toMatchObject([{ code, path }]);
  });
});
