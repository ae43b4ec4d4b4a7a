import type { Locale } from '@aftercare/core';
import { IntlMessageFormat } from 'intl-messageformat';

/** How a placeholder shows its value. Only `text` and `number` are for us; the others are named to be refused. */
type PlaceholderForm = 'text' | 'number' | 'number_with_style' | 'date' | 'time';

/** A part of a text in ICU MessageFormat, as our checks see it. */
export type IcuPart =
  | { readonly kind: 'literal' }
  | { readonly kind: 'value'; readonly parameter: string; readonly form: PlaceholderForm }
  | {
      readonly kind: 'plural' | 'select';
      readonly parameter: string;
      readonly branches: readonly (readonly [key: string, parts: readonly IcuPart[]])[];
    };

/** The values of a text by parameter; numbers for plural forms. */
export type ShownValues = Readonly<Record<string, string | number>>;

/** Writes a text with its values; each parameter that the text names has one. */
export type TextWriter = (values: ShownValues) => string;

/** A text in ICU MessageFormat, parsed once. */
export interface IcuText {
  readonly parts: readonly IcuPart[];
  readonly write: TextWriter;
}

/** Why a text is no ICU MessageFormat. */
export interface IcuProblem {
  readonly problem: string;
  readonly offset: number;
}

/** Parses a text: the one place that knows `intl-messageformat`. */
export function parseIcuText(text: string, locale: Locale): IcuText | IcuProblem {
  try {
    // Tags would turn "<" of a plain text into markup, and skeletons are refused whatever they say.
    const options = { ignoreTag: true, shouldParseSkeletons: false };
    const message = new IntlMessageFormat(text, locale, undefined, options);
    return {
      parts: message.getAst().map(partOf),
      // Parts that are no text come only from values that are no text, and ours are texts and numbers.
      write: (values) => message.formatToParts(values).reduce((all, part) => all + String(part.value), ''),
    };
  } catch (error) {
    if (error instanceof SyntaxError) return { problem: error.message, offset: offsetOf(error) };
    throw error;
  }
}

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** The parser's numbers for its kinds of elements; its enumeration is not exported by `intl-messageformat`. */
const ELEMENT = { argument: 1, number: 2, date: 3, time: 4, select: 5, plural: 6 } as const;

function partOf(element: Element): IcuPart {
  switch (element.type) {
    case ELEMENT.argument:
      return { kind: 'value', parameter: element.value, form: 'text' };
    case ELEMENT.number: {
      const form = element.style == null ? 'number' : 'number_with_style';
      return { kind: 'value', parameter: element.value, form };
    }
    case ELEMENT.date:
      return { kind: 'value', parameter: element.value, form: 'date' };
    case ELEMENT.time:
      return { kind: 'value', parameter: element.value, form: 'time' };
    case ELEMENT.select:
    case ELEMENT.plural: {
      const kind = element.type === ELEMENT.select ? 'select' : 'plural';
      const branches = Object.entries(element.options).map(
        ([key, { value }]) => [key, value.map(partOf)] as const,
      );
      return { kind, parameter: element.value, branches };
    }
    default:
      // Literal text, and the # of a plural, which shows the value that the plural has checked.
      return { kind: 'literal' };
  }
}

/** Where the parser stopped: it adds the place to its error, and no type says so. */
function offsetOf(error: SyntaxError & { location?: { start?: { offset?: number } } }): number {
  return error.location?.start?.offset ?? 0;
}
