import {
  birthdayRules,
  establishedRules,
  festivalRules,
  goodsInUseRules,
  membershipRules,
  newCustomerRules,
  prospectRules,
  winningBackRules,
  worldRules,
} from '@aftercare/lifecycle';

/** The families of the shipped care rules, in the order of a customer's life. */
export const FAMILIES = [
  { family: 'prospects', title: 'Prospects', rules: namesOf(prospectRules) },
  { family: 'new_customer', title: 'New customers', rules: namesOf(newCustomerRules) },
  { family: 'established', title: 'Established customers', rules: namesOf(establishedRules) },
  { family: 'winning_back', title: 'Winning back', rules: namesOf(winningBackRules) },
  { family: 'birthday', title: 'Birthdays', rules: namesOf(birthdayRules) },
  { family: 'membership', title: 'Membership', rules: namesOf(membershipRules) },
  { family: 'festival', title: 'Festivals', rules: namesOf(festivalRules) },
  { family: 'goods_in_use', title: 'Goods in use', rules: namesOf(goodsInUseRules) },
  { family: 'world', title: 'Events of the world', rules: namesOf(worldRules) },
] as const;

function namesOf({ rules }: { readonly rules: readonly { readonly name?: string }[] }): readonly string[] {
  return rules.flatMap(({ name }) => name ?? []);
}
