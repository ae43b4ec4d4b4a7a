import type { Issue, IssueOf, IssuePath } from './issue.js';
import { formatIssuePath } from './issuePath.js';
import type { Locale } from './locale.js';

/** For each code, the function that makes the sentence from the issue's details. */
export type IssueTexts<DetailsByCode extends Record<string, object>> = {
  readonly [Code in keyof DetailsByCode & string]: (details: DetailsByCode[Code]) => string;
};

/** An issue before its sentence is made. */
export interface IssueDraft {
  readonly code: string;
  readonly path: IssuePath;
  readonly details: object;
}

/** Makes and formats the issues of one package. */
export interface IssueCatalogue<DetailsByCode extends Record<string, object>> {
  /** Makes an issue with its English message. */
  create<Code extends keyof DetailsByCode & string>(
    code: Code,
    path: IssuePath,
    details: DetailsByCode[Code],
  ): Issue<Code, DetailsByCode[Code]>;
  /** Makes an issue from a draft whose code a schema named; a code that the catalogue lacks is a programming error. */
  complete(draft: IssueDraft): IssueOf<DetailsByCode>;
  /** Whether the catalogue has the code of an issue: for issues that may come from one package or another. */
  has(issue: { readonly code: string }): issue is IssueOf<DetailsByCode>;
  /** The sentence of an issue in a language, without its place. */
  format(issue: IssueOf<DetailsByCode>, locale: Locale): string;
}

/**
 * Binds the codes of a package to their sentences, once for each language, so that a missing translation does not
 * compile.
 *
 * @example
 * ```ts
 * import { defineIssues } from '@aftercare/core/foundation';
 *
 * const parcelIssues = defineIssues<{ too_heavy: { grams: number } }>({
 *   en: { too_heavy: ({ grams }) => `The parcel weighs ${grams} g; at most 30000 g are carried.` },
 *   'zh-CN': { too_heavy: ({ grams }) => `包裹重 ${grams} 克，最多可承运 30000 克。` },
 * });
 * const issue = parcelIssues.create('too_heavy', ['parcels', 0], { grams: 31000 });
 * issue.message; // => 'parcels[0]: The parcel weighs 31000 g; at most 30000 g are carried.'
 * parcelIssues.format(issue, 'zh-CN'); // => '包裹重 31000 克，最多可承运 30000 克。'
 * parcelIssues.has({ code: 'too_long' }); // => false
 * ```
 */
export function defineIssues<DetailsByCode extends Record<string, object>>(
  texts: Readonly<Record<Locale, IssueTexts<DetailsByCode>>>,
): IssueCatalogue<DetailsByCode> {
  const create: IssueCatalogue<DetailsByCode>['create'] = (code, path, details) => {
    const sentence = texts.en[code](details);
    const place = formatIssuePath(path);
    return { code, path, message: place === '' ? sentence : `${place}: ${sentence}`, details };
  };
  const has = (code: string) => Object.hasOwn(texts.en, code);
  return {
    create,
    has: (issue): issue is IssueOf<DetailsByCode> => has(issue.code),
    complete({ code, path, details }) {
      if (!has(code)) throw new TypeError(`No issue has the code "${code}".`);
      // The code is one of the catalogue's, as just seen; that its details fit is the promise of the schema's author.
      return create(code, path, details as DetailsByCode[keyof DetailsByCode & string]);
    },
    format(issue, locale) {
      return texts[locale][issue.code](issue.details);
    },
  };
}
