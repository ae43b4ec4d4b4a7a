import birthday from '../../templates/birthday.json' with { type: 'json' };
import established from '../../templates/established.json' with { type: 'json' };
import festival from '../../templates/festival.json' with { type: 'json' };
import goodsInUse from '../../templates/goods-in-use.json' with { type: 'json' };
import membership from '../../templates/membership.json' with { type: 'json' };
import newCustomer from '../../templates/new-customer.json' with { type: 'json' };
import prospects from '../../templates/prospects.json' with { type: 'json' };
import winningBack from '../../templates/winning-back.json' with { type: 'json' };
import world from '../../templates/world.json' with { type: 'json' };
import type { TemplateDocument } from './messageTemplates.js';

const families = [
  prospects,
  newCustomer,
  established,
  winningBack,
  birthday,
  membership,
  festival,
  goodsInUse,
  world,
];

/**
 * The texts of the shipped care rules, in English and Chinese: each greets by name where a name is known, says one thing
 * and promises nothing, and fits one text message. One family is also a file, such as
 * `@aftercare/lifecycle/templates/birthday.json`.
 *
 * @example
 * ```ts
 * import { shippedTemplates } from '@aftercare/lifecycle';
 *
 * const note = shippedTemplates.templates.find(({ code }) => code === 'second_purchase');
 * note?.wordings[0]['zh-CN'].subject; // => '欢迎回来'
 * ```
 */
// JSON modules have widened types ("string" for every type of parameter); `loadTemplates` checks what the type only claims.
export const shippedTemplates = {
  format: 1,
  templates: families.flatMap((family) => family.templates as readonly unknown[]),
} as TemplateDocument;
