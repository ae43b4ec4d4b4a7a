import type { Locale } from '@aftercare/core/foundation';
import type { OperatorName } from '../operators/index.js';

/** The words of printed explanations in one language. */
export interface ExplanationTexts {
  readonly fired: (rule: string) => string;
  readonly notFired: (rule: string) => string;
  /** Stands between a verdict and the reason of the rule. */
  readonly space: string;
  readonly all: string;
  readonly any: string;
  readonly not: string;
  readonly nothing: string;
  readonly operators: Readonly<Record<OperatorName, string>>;
  /**
   * Another fact that a fact is compared with, and its value.
   *
   * @param value - absent where the path leads nowhere
   */
  readonly otherFact: (fact: string, value?: string) => string;
  /** @param actual - absent where the path leads nowhere */
  readonly comparison: (fact: string, operator: string, expected: string, actual?: string) => string;
  /** The heading of what would have to turn. */
  readonly turns: (count: number) => string;
  readonly impossible: string;
  readonly turnTo: (comparison: string, holds: boolean, shift: string | undefined) => string;
  readonly shift: (by: string, isMore: boolean, beyond: boolean) => string;
}

/** The words of printed explanations. */
export const EXPLANATION_TEXTS: Readonly<Record<Locale, ExplanationTexts>> = {
  en: {
    fired: (rule) => `${rule} fired.`,
    notFired: (rule) => `${rule} did not fire.`,
    space: ' ',
    all: 'all of',
    any: 'one of',
    not: 'not',
    nothing: 'no condition',
    operators: {
      equal: 'is',
      notEqual: 'is not',
      in: 'is one of',
      notIn: 'is none of',
      contains: 'contains',
      doesNotContain: 'does not contain',
      lessThan: 'is less than',
      lessThanInclusive: 'is at most',
      greaterThan: 'is more than',
      greaterThanInclusive: 'is at least',
    },
    otherFact: (fact, value = 'which is not there') => `${fact} (${value})`,
    comparison: (fact, operator, expected, actual = 'not there') =>
      `${fact} ${operator} ${expected} (it is ${actual})`,
    turns: (count) =>
      count === 1 ? 'It would have fired if this turned:' : `It would have fired if these ${count} turned:`,
    impossible: 'Nothing could have made it fire.',
    turnTo: (comparison, holds, shift) =>
      `${comparison}${holds ? ', which must not hold' : ''}${shift === undefined ? '' : `: ${shift}`}`,
    shift: (by, isMore, beyond) => `${beyond ? 'over ' : ''}${by} ${isMore ? 'more' : 'less'}`,
  },
  'zh-CN': {
    fired: (rule) => `${rule} 已触发。`,
    notFired: (rule) => `${rule} 未触发。`,
    space: '',
    all: '全部满足',
    any: '满足其一',
    not: '不满足',
    nothing: '没有条件',
    operators: {
      equal: '等于',
      notEqual: '不等于',
      in: '属于',
      notIn: '不属于',
      contains: '包含',
      doesNotContain: '不包含',
      lessThan: '小于',
      lessThanInclusive: '不大于',
      greaterThan: '大于',
      greaterThanInclusive: '不小于',
    },
    otherFact: (fact, value) => (value === undefined ? `${fact}（不存在）` : `${fact} (${value})`),
    comparison: (fact, operator, expected, actual) =>
      `${fact} ${operator} ${expected}（实际${actual === undefined ? '不存在' : `为 ${actual}`}）`,
    turns: (count) => `若以下 ${count} 项改变，就会触发：`,
    impossible: '无论如何都不会触发。',
    turnTo: (comparison, holds, shift) =>
      `${comparison}${holds ? '，须不成立' : ''}${shift === undefined ? '' : `：${shift}`}`,
    shift: (by, isMore, beyond) => `${isMore ? '多' : '少'} ${by}${beyond ? ' 以上' : ''}`,
  },
};
