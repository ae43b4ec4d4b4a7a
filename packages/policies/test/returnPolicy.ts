import { createShopCalendar, unwrap } from '@aftercare/core';
import { chinaWorkdays } from '@aftercare/core/china';
import authorityCny from '../definitions/authority-cny.json' with { type: 'json' };
import { loadAuthority } from '../src/authority/index.js';
import { type ReturnShape, returnDefinition, returnKind } from '../src/policies/return/index.js';
import { loadPolicy, type Policy } from '../src/policy/index.js';

const shop = createShopCalendar({ timeZone: 'Asia/Shanghai', workdays: chinaWorkdays() });

/** The return policy of a shop in China, under the shipped matrix. */
export function returnPolicy(definition: unknown = returnDefinition): Policy<ReturnShape> {
  const authority = unwrap(loadAuthority(authorityCny, { calendar: shop }));
  return unwrap(loadPolicy(returnKind, definition, { authority, calendars: { shop } }));
}
