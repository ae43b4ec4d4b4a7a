import type { CareParams } from '../care/index.js';
import { greetingName, messageLocale } from '../templates/index.js';
import type { DecisionSources } from './decisionSources.js';
import type { MessageNames } from './parameters.js';
import type { PlanInput } from './planInput.js';
import type { PlanningMoment } from './planningMoment.js';

/** The names that a message of a rule may say, in the language of the customer. */
export function messageNames(
  { festival, validForDays }: CareParams,
  { customer, membership }: PlanInput,
  moment: PlanningMoment,
  { policy }: DecisionSources,
): MessageNames {
  const locale = messageLocale(customer.locale ?? 'en');
  return {
    customerName: greetingName(customer.name),
    // Everybody begins in the first tier: to be greeted by its title flatters nobody.
    tierTitle: membership === undefined || membership.rank === 1 ? undefined : membership.title[locale],
    nextTierTitle: membership?.next?.title[locale],
    festivalTitle:
      festival === undefined
        ? undefined
        : policy.festivals.find(({ code }) => code === festival)?.titles[locale],
    expiresOn: moment.dayIn(validForDays - 1),
  };
}
