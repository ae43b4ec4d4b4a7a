import { type Locale, showValue } from '@aftercare/core/foundation';
import type { FactType } from './factType.js';

/** A type as issues carry it: plain data, from which each language makes its own words. */
export interface TypeSummary {
  readonly kind: FactType['kind'] | 'integer';
  readonly nullable: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  /** The allowed values as JSON texts, ten at most. */
  readonly choices?: readonly string[];
}

const MOST_CHOICES = 10;

/** What issues say of a type. */
export function summaryOf(type: FactType): TypeSummary {
  const { kind, nullable } = type;
  switch (type.kind) {
    case 'number': {
      const { minimum, maximum, step } = type;
      return {
        kind: step === 1 ? 'integer' : 'number',
        nullable,
        ...(minimum === undefined ? {} : { minimum }),
        ...(maximum === undefined ? {} : { maximum }),
      };
    }
    case 'choice': {
      const choices = type.choices.slice(0, MOST_CHOICES).map(showValue);
      return { kind, nullable, choices: type.choices.length > MOST_CHOICES ? [...choices, '…'] : choices };
    }
    default:
      return { kind, nullable };
  }
}

const WORDS: Readonly<Record<Locale, Readonly<Record<TypeSummary['kind'], string>>>> = {
  en: {
    integer: 'an integer',
    number: 'a number',
    text: 'a text',
    choice: 'one of',
    list: 'a list',
    object: 'an object',
    null: 'null',
    any: 'anything',
  },
  'zh-CN': {
    integer: '整数',
    number: '数字',
    text: '文本',
    choice: '之一',
    list: '列表',
    object: '对象',
    null: ' null',
    any: '任意值',
  },
};

/** The words for a type in English: `an integer from 0 to 30 or null`. */
export function englishType({ kind, nullable, minimum, maximum, choices }: TypeSummary): string {
  const from = minimum === undefined ? '' : ` from ${minimum}`;
  const to = maximum === undefined ? '' : minimum === undefined ? ` up to ${maximum}` : ` to ${maximum}`;
  const values = choices === undefined ? '' : ` ${choices.join(', ')}`;
  return `${WORDS.en[kind]}${values}${from}${to}${orNull(kind, nullable) ? ' or null' : ''}`;
}

/** The words for a type in Chinese. */
export function chineseType({ kind, nullable, minimum, maximum, choices }: TypeSummary): string {
  const word = choices === undefined ? WORDS['zh-CN'][kind] : ` ${choices.join('、')} 之一`;
  const from = minimum === undefined ? '' : `不小于 ${minimum}`;
  const to = maximum === undefined ? '' : `不大于 ${maximum}`;
  const range = from === '' || to === '' ? from + to : `${from}且${to}`;
  return `${range === '' ? '' : `${range}的`}${word}${orNull(kind, nullable) ? '或 null' : ''}`;
}

function orNull(kind: TypeSummary['kind'], nullable: boolean): boolean {
  return nullable && kind !== 'null' && kind !== 'any';
}
