import type { IssueTexts, Locale } from '@aftercare/core';

/** Details of the issues of templates, channels and messages, by code. */
// A type and not an interface: catalogues need the index signature that only type aliases get implicitly.
export type MessageIssueDetails = {
  /** Two templates of one code: nobody could tell which is meant. */
  template_twice: { readonly template: string };
  /** A template has several wordings, and nothing says when each is used. */
  wordings_without_turn: { readonly template: string; readonly wordings: number };
  /** Two channels of one code. */
  channel_twice: { readonly channel: string };
  /** A channel to customers that does not tell them how to stop marketing. */
  opt_out_missing: { readonly channel: string };
  /** A text is not ICU MessageFormat; `problem` is the code of its parser, `offset` where it stopped. */
  invalid_message_format: { readonly problem: string; readonly offset: number };
  /** A text names a parameter that its template does not declare. */
  undeclared_parameter: { readonly parameter: string; readonly suggestion?: string };
  /** A template declares a parameter that a text in this language leaves out. */
  unused_parameter: { readonly parameter: string; readonly locale: Locale };
  /** A parameter stands in a form, such as `plural`, that is not for values of its type. */
  placeholder_of_other_type: { readonly parameter: string; readonly type: string; readonly form: string };
  /** A parameter that may be absent stands where its absence would leave a hole in the text. */
  optional_without_branch: { readonly parameter: string };
  /** A message is longer than its channel carries. */
  message_too_long: { readonly channel: string; readonly characters: number; readonly maximum: number };
};

/** The sentences for {@link MessageIssueDetails}. */
export const messageIssueTexts: Readonly<Record<Locale, IssueTexts<MessageIssueDetails>>> = {
  en: {
    template_twice: ({ template }) =>
      `There is another template with the code "${template}" before this one.`,
    wordings_without_turn: ({ template, wordings }) =>
      `The template "${template}" has ${wordings} wordings and uses the first only. Say "rotate": "monthly", or leave one.`,
    channel_twice: ({ channel }) => `There is another channel with the code "${channel}" before this one.`,
    opt_out_missing: ({ channel }) =>
      `The channel "${channel}" reaches customers, and marketing must tell them how to stop it: give it an "optOut".`,
    invalid_message_format: ({ problem, offset }) =>
      `This is no ICU MessageFormat: ${problem} after ${offset} characters.`,
    undeclared_parameter: ({ parameter, suggestion }) =>
      `The template declares no parameter "${parameter}".${suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`}`,
    unused_parameter: ({ parameter, locale }) =>
      `The parameter "${parameter}" is declared and the text in ${locale} does not use it.`,
    placeholder_of_other_type: ({ parameter, type, form }) =>
      `The parameter "${parameter}" is of the type ${type} and cannot stand in the form "${form}".`,
    optional_without_branch: ({ parameter }) =>
      `The parameter "${parameter}" may be absent: write {${parameter}, select, absent {...} other {...}} and use it in the branch "other".`,
    message_too_long: ({ channel, characters, maximum }) =>
      `The message has ${characters} characters and the channel "${channel}" carries ${maximum}.`,
  },
  'zh-CN': {
    template_twice: ({ template }) => `前面已有代码为“${template}”的模板。`,
    wordings_without_turn: ({ template, wordings }) =>
      `模板“${template}”有 ${wordings} 种措辞，却只会用到第一种：请写明 "rotate": "monthly"，或只留一种。`,
    channel_twice: ({ channel }) => `前面已有代码为“${channel}”的渠道。`,
    opt_out_missing: ({ channel }) => `渠道“${channel}”面向客户，营销消息须告知退订方式：请提供 "optOut"。`,
    invalid_message_format: ({ problem, offset }) =>
      `不是有效的 ICU MessageFormat：第 ${offset} 个字符之后出现 ${problem}。`,
    undeclared_parameter: ({ parameter, suggestion }) =>
      `模板没有声明参数“${parameter}”${suggestion === undefined ? '。' : `，是否应为“${suggestion}”？`}`,
    unused_parameter: ({ parameter, locale }) => `已声明参数“${parameter}”，但 ${locale} 文本没有用到它。`,
    placeholder_of_other_type: ({ parameter, type, form }) =>
      `参数“${parameter}”的类型是 ${type}，不能用在“${form}”形式中。`,
    optional_without_branch: ({ parameter }) =>
      `参数“${parameter}”可能缺失：请写成 {${parameter}, select, absent {...} other {...}}，并只在 other 分支中使用它。`,
    message_too_long: ({ channel, characters, maximum }) =>
      `消息有 ${characters} 个字符，渠道“${channel}”最多承载 ${maximum} 个。`,
  },
};
