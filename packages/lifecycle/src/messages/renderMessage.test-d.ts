import type { Locale } from '@aftercare/core';
import { expectTypeOf, test } from 'vitest';
import type { LifecycleIssue, LifecycleResult } from '../issues/index.js';
import type { MessageTemplates } from '../templates/index.js';
import {
  type LoadedTemplate,
  loadTemplates,
  type MessageInput,
  type RenderedMessage,
  renderMessage,
} from './index.js';

test('loaded templates can be handed to whoever looks templates up', () => {
  expectTypeOf<ReadonlyMap<string, LoadedTemplate>>().toExtend<MessageTemplates>();
  expectTypeOf(loadTemplates).returns.toEqualTypeOf<LifecycleResult<ReadonlyMap<string, LoadedTemplate>>>();
});

test('a message is a value or issues', () => {
  const result = renderMessage({} as LoadedTemplate, {} as MessageInput);
  if (result.ok) {
    expectTypeOf(result.value).toEqualTypeOf<RenderedMessage>();
    expectTypeOf(result.value.locale).toEqualTypeOf<Locale>();
  } else {
    expectTypeOf(result.issues[0]).toEqualTypeOf<LifecycleIssue>();
  }
});

test('the currency and the name of the shop can be left out', () => {
  expectTypeOf<'currency' | 'shopName'>().toExtend<keyof MessageInput>();
  expectTypeOf<Omit<MessageInput, 'currency' | 'shopName'>>().toExtend<MessageInput>();
});
