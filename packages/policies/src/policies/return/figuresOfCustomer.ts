import type { View } from '../../kind/index.js';
import type { OrderLine, Replacement } from './returnSchemas.js';
import type { ReturnShape } from './returnShape.js';

/**
 * How many prices and amounts a customer names that the shop has not named: the price of a replacement is the one that
 * the host knows, and an amount is one that was offered. Staff answer for their own figures.
 */
export function figuresOfCustomer(view: View<ReturnShape>): number {
  const { command, data, facts, role } = view;
  if (view.rankOf(role) >= 0) return 0;
  switch (command.type) {
    case 'request_return':
    case 'claim': {
      return command.params.lines.filter(
        ({ lineId, replacement }) =>
          replacement !== undefined &&
          !isOffered(
            replacement,
            facts.lines.find((one) => one.lineId === lineId),
          ),
      ).length;
    }
    case 'change_remedy':
      return command.params.amountMinor > (data.offer?.amountMinor ?? 0) ? 1 : 0;
    default:
      return 0;
  }
}

function isOffered({ sku, priceMinor }: Replacement, line: OrderLine | undefined): boolean {
  return (line?.replacements ?? []).some((one) => one.sku === sku && one.priceMinor === priceMinor);
}
