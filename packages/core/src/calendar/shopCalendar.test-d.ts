import { describe, expectTypeOf, test } from 'vitest';
import type { CoreResult } from '../issues/index.js';
import type { Day } from '../time/index.js';
import type { ShopCalendar } from './shopCalendar.js';
import type { WorkdayList } from './workdayList.js';
import type { WorkdayCalendar } from './workdays.js';

describe('the types of the shop calendar', () => {
  test('instants may be texts or milliseconds', () => {
    expectTypeOf<ShopCalendar['dayAt']>().parameter(0).toEqualTypeOf<string | number>();
  });

  test('what depends on working days is a result, since they may be unknown', () => {
    expectTypeOf<ShopCalendar['addWorkdays']>().returns.toEqualTypeOf<CoreResult<Day>>();
    expectTypeOf<ShopCalendar['isWorkday']>().returns.toEqualTypeOf<CoreResult<boolean>>();
    expectTypeOf<WorkdayCalendar['isWorkday']>().returns.toEqualTypeOf<boolean | undefined>();
  });

  test('the weekend of a list may be absent, but not undefined', () => {
    type Required = Pick<WorkdayList, 'from' | 'to' | 'holidays' | 'makeUpDays'>;
    expectTypeOf<Required>().toExtend<WorkdayList>();
    expectTypeOf<Required & { weekend: undefined }>().not.toExtend<WorkdayList>();
  });
});
