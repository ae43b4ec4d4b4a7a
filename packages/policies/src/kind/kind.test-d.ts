import { describe, expectTypeOf, test } from 'vitest';
import type { Accepted, CommandOf, Context, EffectOf } from '../decide/index.js';
import type { compensationKind } from '../policies/compensation/index.js';
import type { DataOf, HostFactsOf, ValuesOf, View } from './index.js';

type Shape = (typeof compensationKind)['shape'];

describe('the types of a kind follow from its schemas', () => {
  test('a command has the parameters of its type', () => {
    expectTypeOf<Extract<CommandOf<Shape>, { type: 'demand' }>['params']>().toEqualTypeOf<{
      readonly demandMinor: number;
    }>();
    expectTypeOf<'promise'>().not.toExtend<CommandOf<Shape>['type']>();
    expectTypeOf<Extract<CommandOf<Shape>, { type: 'effect_failed' }>['params']>().toEqualTypeOf<{
      readonly key: string;
      readonly reason: string;
    }>();
  });

  test('an effect has the parameters of its type', () => {
    expectTypeOf<Extract<EffectOf<Shape>, { type: 'grant_points' }>['params']['points']>().toBeNumber();
    expectTypeOf<'grant_money'>().not.toExtend<EffectOf<Shape>['type']>();
    const pointsOf = ({ effects }: Accepted<DataOf<Shape>, EffectOf<Shape>>) =>
      effects.map((effect) => (effect.type === 'grant_points' ? effect.params.points : 0));
    expectTypeOf(pointsOf).returns.toEqualTypeOf<number[]>();
  });

  test('narrowing the command in a view narrows its parameters', () => {
    const demanded = ({ command }: View<Shape>) =>
      command.type === 'demand' ? command.params.demandMinor : null;
    expectTypeOf(demanded).returns.toEqualTypeOf<number | null>();
  });

  test('data and facts are read-only', () => {
    expectTypeOf<DataOf<Shape>['lines']>().toEqualTypeOf<
      readonly { readonly id: string; readonly paidMinor: number }[]
    >();
    expectTypeOf<Context<HostFactsOf<Shape>>['facts']['daysSinceDelivery']>().toEqualTypeOf<number | null>();
  });

  test('a calculator gives values of events, under their names and types', () => {
    expectTypeOf<{ paidOutMinor: number }>().toExtend<ValuesOf<Shape>>();
    expectTypeOf<{ paidOutMinor: string }>().not.toExtend<ValuesOf<Shape>>();
  });
});
