import { parseWith } from '@aftercare/core';
import * as z from 'zod';
import { customLifecycleIssue, type LifecycleResult, lifecycleIssues } from '../issues/index.js';
import { type MessageParameter, type MessageTemplate, messageTemplateSchema } from './messageTemplate.js';

/** Schema of {@link TemplateDocument}. */
export const templateDocumentSchema = z
  .strictObject({ format: z.literal(1), templates: z.array(messageTemplateSchema) })
  .check((context) => {
    const codes = new Set<string>();
    for (const [index, { code, rotate, wordings }] of context.value.templates.entries()) {
      const report = (key: string, params: ReturnType<typeof customLifecycleIssue>) =>
        context.issues.push({
          code: 'custom',
          input: context.value,
          path: ['templates', index, key],
          params,
        });
      if (codes.has(code)) report('code', customLifecycleIssue('template_twice', { template: code }));
      codes.add(code);
      if (wordings.length > 1 && rotate === undefined) {
        const details = { template: code, wordings: wordings.length };
        report('wordings', customLifecycleIssue('wordings_without_turn', details));
      }
    }
  });

/** Templates as a file has them. */
export interface TemplateDocument extends Readonly<z.infer<typeof templateDocumentSchema>> {}

/** What others need to know of a template: its parameters by name, not its texts. */
export interface TemplateSignature {
  readonly code: string;
  readonly parameters: Readonly<Record<string, MessageParameter>>;
}

/** Finds a template by its code. A `Map` is one, and so are the templates that `loadTemplates` returns. */
export interface MessageTemplates {
  get(code: string): TemplateSignature | undefined;
}

/**
 * Checks the structure of an unknown value as a {@link TemplateDocument}: `template_twice` for two templates of one code,
 * `wordings_without_turn` for several wordings that nothing rotates. The texts themselves are checked by `loadTemplates`
 * of `@aftercare/lifecycle/messages`.
 *
 * @example
 * ```ts
 * import { parseTemplates } from '@aftercare/lifecycle';
 *
 * const thanks = {
 *   code: 'thanks',
 *   parameters: {},
 *   wordings: [{ en: { text: 'Thank you.' }, 'zh-CN': { text: '谢谢您。' } }],
 * };
 * parseTemplates({ format: 1, templates: [thanks] }).ok; // => true
 *
 * const result = parseTemplates({ format: 1, templates: [thanks, thanks] });
 * result.ok ? [] : result.issues.map((issue) => issue.code); // => ['template_twice']
 * ```
 */
export function parseTemplates(document: unknown): LifecycleResult<TemplateDocument> {
  return parseWith(lifecycleIssues, templateDocumentSchema, document);
}

/**
 * The templates of a document by their code.
 *
 * @example
 * ```ts
 * import { shippedTemplates, templatesByCode } from '@aftercare/lifecycle';
 *
 * templatesByCode(shippedTemplates).get('welcome_back_note')?.parameters.purchaseCount; // => { type: 'integer' }
 * ```
 */
export function templatesByCode({ templates }: TemplateDocument): ReadonlyMap<string, MessageTemplate> {
  return new Map(templates.map((template) => [template.code, template]));
}
