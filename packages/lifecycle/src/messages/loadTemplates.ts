import { type IssuePath, type Locale, resultOf } from '@aftercare/core';
import type * as z from 'zod';
import { type LifecycleIssue, type LifecycleResult, lifecycleIssues } from '../issues/index.js';
import {
  type MessageParams,
  type MessageTemplate,
  type MessageTexts,
  messageParamsSchema,
  parseTemplates,
  type TemplateSignature,
} from '../templates/index.js';
import { checkText } from './checkText.js';
import { parseIcuText, type TextWriter } from './icuText.js';

/** The texts of one wording in one language, parsed. */
export interface LoadedTexts {
  readonly text: TextWriter;
  readonly subject?: TextWriter;
  readonly sms?: TextWriter;
}

/** A template whose texts are parsed and checked: what `renderMessage` takes. It holds functions and is no JSON. */
export interface LoadedTemplate extends TemplateSignature {
  readonly rotate?: 'monthly';
  readonly paramsSchema: z.ZodType<MessageParams>;
  readonly wordings: readonly Readonly<Record<Locale, LoadedTexts>>[];
}

/**
 * Loads templates: checks their structure, parses every text of every wording in both languages, and keeps what is parsed,
 * so that rendering parses nothing.
 *
 * @returns the templates by code, or every issue found:
 * - `invalid_message_format` for a text that is no ICU MessageFormat;
 * - `undeclared_parameter` for a name that the template does not declare, `unused_parameter` for a required parameter that
 *   the `text` of some wording leaves out, or an optional one that a language never uses;
 * - `placeholder_of_other_type`: numbers may stand in `{n}`, `{n, number}`, `{n, plural, …}`, `{n, select, …}`, texts and
 *   coupons in `{t}` and `{t, select, …}`, all others in `{x}`;
 * - `optional_without_branch` for an optional parameter outside `{x, select, absent {…} other {…}}`: a text must be written
 *   out for its absence;
 * - those of `parseTemplates`.
 *
 * @example
 * ```ts
 * import { loadTemplates } from '@aftercare/lifecycle/messages';
 *
 * const result = loadTemplates({
 *   format: 1,
 *   templates: [
 *     {
 *       code: 'thanks',
 *       parameters: { customerName: { type: 'text', optional: true } },
 *       wordings: [{ en: { text: 'Thank you, {customerName}.' }, 'zh-CN': { text: '谢谢{custmerName}。' } }],
 *     },
 *   ],
 * });
 * result.ok ? [] : result.issues.map((issue) => issue.code);
 * // => ['optional_without_branch', 'undeclared_parameter', 'unused_parameter']
 * ```
 */
export function loadTemplates(document: unknown): LifecycleResult<ReadonlyMap<string, LoadedTemplate>> {
  const parsed = parseTemplates(document);
  if (!parsed.ok) return parsed;
  const issues: LifecycleIssue[] = [];
  const loaded = parsed.value.templates.map((template, index) =>
    loadTemplate(template, ['templates', index], issues),
  );
  return resultOf(new Map(loaded.map((template) => [template.code, template])), issues);
}

function loadTemplate(template: MessageTemplate, path: IssuePath, issues: LifecycleIssue[]): LoadedTemplate {
  const { code, parameters, rotate } = template;
  const load = { parameters, issues, used: { en: new Set<string>(), 'zh-CN': new Set<string>() } };
  const wordings = template.wordings.map((wording, index) => {
    const place = [...path, 'wordings', index];
    return {
      en: loadTexts(wording.en, 'en', [...place, 'en'], load),
      'zh-CN': loadTexts(wording['zh-CN'], 'zh-CN', [...place, 'zh-CN'], load),
    };
  });
  for (const name of Object.keys(parameters)) {
    if (parameters[name]?.optional !== true) continue;
    for (const locale of ['en', 'zh-CN'] as const) {
      if (load.used[locale].has(name)) continue;
      const details = { parameter: name, locale };
      issues.push(lifecycleIssues.create('unused_parameter', [...path, 'parameters', name], details));
    }
  }
  const paramsSchema = messageParamsSchema(template);
  return { code, parameters, paramsSchema, wordings, ...(rotate === undefined ? {} : { rotate }) };
}

/** A template being loaded, and the parameters that its texts have used so far. */
interface Loading {
  readonly parameters: TemplateSignature['parameters'];
  readonly issues: LifecycleIssue[];
  readonly used: Readonly<Record<Locale, Set<string>>>;
}

/** Stands for a text that has an issue: nobody gets to see what holds it. */
const NO_TEXT: TextWriter = () => '';

function loadTexts(texts: MessageTexts, locale: Locale, path: IssuePath, load: Loading): LoadedTexts {
  const { parameters, issues, used } = load;
  const loadText = (key: keyof MessageTexts, source: string): TextWriter => {
    const place = [...path, key];
    const text = parseIcuText(source, locale);
    if ('problem' in text) {
      issues.push(lifecycleIssues.create('invalid_message_format', place, text));
      return NO_TEXT;
    }
    const named = checkText(text.parts, parameters, place, issues);
    for (const name of named) used[locale].add(name);
    // A subject and a short form may leave out what the text says.
    const needed = key === 'text' ? Object.entries(parameters) : [];
    for (const [name, { optional }] of needed) {
      if (optional === true || named.has(name)) continue;
      issues.push(lifecycleIssues.create('unused_parameter', place, { parameter: name, locale }));
    }
    return text.write;
  };
  return {
    text: loadText('text', texts.text),
    ...(texts.subject === undefined ? {} : { subject: loadText('subject', texts.subject) }),
    ...(texts.sms === undefined ? {} : { sms: loadText('sms', texts.sms) }),
  };
}
