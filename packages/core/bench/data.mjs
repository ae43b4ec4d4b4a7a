// Orders that nobody placed, the same on every machine: three years of a shop, six orders a customer.

export const CURRENCY = 'EUR';
export const TIME_ZONE = 'Europe/Berlin';

const START = Date.UTC(2023, 0, 1);
const DAYS = 1095;
const DAY = 86_400_000;

/** How many customers a number of orders is spread over; a few of them never buy. */
export function customersOf(orders) {
  return Math.round(orders / 6);
}

/**
 * The orders in the order in which they were placed, as numbers. Half of them go to all customers alike, half to the more
 * loyal ones. Of a hundred, 2 are never paid, 1 is cancelled, 3 go back whole, 1 is fake; 5 are paid a day or two later.
 */
export function* sketches(orders) {
  const random = randomNumbers(20_260_301);
  const customers = customersOf(orders);
  for (let number = 0; number < orders; number++) {
    const share = random();
    const customer = Math.floor((random() < 0.5 ? share : share * share) * customers);
    const placedAt = START + Math.floor((number / orders) * DAYS * DAY);
    const fate = Math.floor(random() * 100);
    const delay = fate >= 95 ? DAY + Math.floor(random() * DAY) : 20_000 + Math.floor(random() * 600_000);
    yield {
      number,
      customer,
      placedAt,
      paidAt: fate < 2 ? Number.NaN : placedAt + delay,
      totalMinor: 500 + Math.floor(random() * 50_000),
      cancelled: fate === 2,
      refunded: fate >= 3 && fate < 6,
      fake: fate === 6,
    };
  }
}

/** Whether the figures count it: their basis leaves out fake orders. */
export function isPurchase({ paidAt, cancelled, refunded, fake }) {
  return !Number.isNaN(paidAt) && !cancelled && !refunded && !fake;
}

/** Parsed orders, as a shop's own code would hand them over. */
export function orderOf(sketch, ids) {
  const { number, customer, placedAt, paidAt, totalMinor, cancelled, refunded, fake } = sketch;
  const total = { minor: totalMinor, currency: CURRENCY };
  const order = {
    id: ids.order(number),
    customerId: ids.customer(customer),
    total,
    placedAt: new Date(placedAt).toISOString(),
  };
  if (!Number.isNaN(paidAt)) order.paidAt = new Date(paidAt).toISOString();
  if (cancelled) order.cancelledAt = new Date(paidAt + DAY).toISOString();
  if (refunded)
    order.refunds = [{ id: 'r-1', amount: total, refundedAt: new Date(paidAt + DAY).toISOString() }];
  if (fake) order.flags = ['fake_order'];
  return order;
}

/** Orders in lists of so many, so that making them can be left out of the time that taking them in needs. */
export function* batchesOf(orders, ids, size) {
  let batch = [];
  for (const sketch of sketches(orders)) {
    batch.push(orderOf(sketch, ids));
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Kinds of ids, by their names in the report. */
export const IDS = {
  /** 36 letters, like 8f14e45f-ceea-467f-a2cc-5b1d1f0a1c3e. */
  uuid: { order: (number) => uuid(number, 1), customer: (number) => uuid(number, 2) },
  /** 36 letters that are no UUID. */
  text36: {
    order: (number) => `order/2026/${hex(scrambled(number, 1))}/${String(number).padStart(16, '0')}`,
    customer: (number) => `customer/de/${hex(scrambled(number, 2))}/${String(number).padStart(15, '0')}`,
  },
  /** At most 10 letters. */
  short: { order: (number) => `o${number}`, customer: (number) => `c${number}` },
};

const bytes = Buffer.alloc(16);

function uuid(number, kind) {
  for (let word = 0; word < 4; word++) bytes.writeUInt32BE(scrambled(number, kind * 4 + word), word * 4);
  const digits = bytes.toString('hex');
  const text = `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`;
  return flat(text);
}

/** A text in one piece, as parsing JSON makes it; one put together from pieces would be joined at its first use. */
function flat(text) {
  return Buffer.from(text, 'latin1').toString('latin1');
}

function hex(word) {
  return word.toString(16).padStart(8, '0');
}

/** A number that looks random and is another for every other number of the same kind. */
function scrambled(number, kind) {
  let word = Math.imul(number ^ Math.imul(kind, 0x9e3779b1), 0x85ebca77);
  word = Math.imul(word ^ (word >>> 15), 0xc2b2ae3d);
  return (word ^ (word >>> 13)) >>> 0;
}

/** Numbers from 0 (included) to 1 (excluded): a small generator of our own, so that the seed fixes all data. */
export function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  };
}
