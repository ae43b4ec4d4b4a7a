import type { FactType } from '../factType/index.js';
import type { Cell } from './cell.js';
import { type Interval, showInterval } from './interval.js';

type NumberType = FactType & { kind: 'number' };

/**
 * The cells of a numeric type: each mentioned number that it can have, and what lies between two of them, where there is
 * something.
 */
export function numberCells(type: NumberType, mentioned: readonly number[]): readonly Cell[] {
  const points = [...new Set(mentioned)].sort((a, b) => a - b);
  const borders = [-Infinity, ...points, Infinity];
  const intervals = borders.flatMap((from, index): Interval[] => {
    const to = borders[index + 1];
    if (to === undefined) return [];
    const between = { from, to, includesFrom: false, includesTo: false };
    const point = { from: to, to, includesFrom: true, includesTo: true };
    return to === Infinity ? [between] : [between, point];
  });
  return intervals.flatMap((interval) => {
    const own = withinType(interval, type);
    const value = own && numberIn(own);
    return own === undefined || value === undefined
      ? []
      : [{ value, interval: own, label: showInterval(own) }];
  });
}

/** The part of an interval that a type can have, with integers for bounds if it has only integers. */
function withinType(interval: Interval, type: NumberType): Interval | undefined {
  const { minimum = -Infinity, maximum = Infinity, step } = type;
  let { from, to, includesFrom, includesTo } = interval;
  if (minimum > from) {
    from = minimum;
    includesFrom = type.exclusiveMinimum !== true;
  } else if (minimum === from && type.exclusiveMinimum === true) includesFrom = false;
  if (maximum < to) {
    to = maximum;
    includesTo = type.exclusiveMaximum !== true;
  } else if (maximum === to && type.exclusiveMaximum === true) includesTo = false;
  if (step !== undefined) return steppedInterval({ from, to, includesFrom, includesTo }, step);
  const isEmpty = from > to || (from === to && !(includesFrom && includesTo));
  return isEmpty ? undefined : { from, to, includesFrom, includesTo };
}

/** The multiples of an integer step within an interval. */
function steppedInterval(interval: Interval, step: number): Interval | undefined {
  const lowest = Math.ceil(interval.from / step) * step;
  const highest = Math.floor(interval.to / step) * step;
  const from = lowest === interval.from && !interval.includesFrom ? lowest + step : lowest;
  const to = highest === interval.to && !interval.includesTo ? highest - step : highest;
  return from > to ? undefined : { from, to, includesFrom: true, includesTo: true, step };
}

/** A number of an interval, or `undefined` if there is none. */
function numberIn({ from, to, includesFrom, includesTo }: Interval): number | undefined {
  if (includesFrom && Number.isFinite(from)) return from;
  if (includesTo && Number.isFinite(to)) return to;
  const middle = middleOf(from, to);
  return middle > from && middle < to ? middle : undefined;
}

function middleOf(from: number, to: number): number {
  if (from === -Infinity) return to === Infinity ? 0 : to - Math.max(1, Math.abs(to));
  return to === Infinity ? from + Math.max(1, Math.abs(from)) : from / 2 + to / 2;
}
