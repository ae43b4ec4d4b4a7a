import { expectTypeOf, test } from 'vitest';
import type {
  MessageTemplate,
  MessageTemplates,
  ParameterType,
  TemplateDocument,
  TemplateSignature,
} from './index.js';
import { shippedTemplates, templatesByCode } from './index.js';

test('templates of a document are a lookup', () => {
  expectTypeOf(templatesByCode).returns.toExtend<MessageTemplates>();
  expectTypeOf<MessageTemplate>().toExtend<TemplateSignature>();
  expectTypeOf(shippedTemplates).toEqualTypeOf<TemplateDocument>();
});

test('a template can have been deleted by whoever edits the document', () => {
  expectTypeOf<ReturnType<MessageTemplates['get']>>().toEqualTypeOf<TemplateSignature | undefined>();
});

test('the types of parameters are a closed union', () => {
  expectTypeOf<ParameterType>().toEqualTypeOf<'text' | 'integer' | 'money' | 'day' | 'coupon' | 'link'>();
});
