import type { Customer, Locale, Order } from '@aftercare/core';

/** A line of an input file that could not be used, and why. */
export interface RejectedLine {
  /** Number of the line in the file, from 1. */
  readonly line: number;
  /** The sentence that says what is wrong, with the column. */
  readonly problem: string;
}

/** An order, and where it came from. */
export interface SourcedOrder {
  readonly line: number;
  readonly order: Order;
}

/** What a file held: orders, and the lines that are none. */
export interface OrderSource {
  /** What people call it: the name of the file or data set. */
  readonly name: string;
  /** Lines read, without the header. */
  readonly lineCount: number;
  readonly orders: readonly SourcedOrder[];
  /** Who the customers are, as far as the file tells; one entry a customer. */
  readonly customers: readonly Customer[];
  /** Whether it tells when parcels were signed for. */
  readonly deliveriesRecorded: boolean;
  /** Whether it tells who agreed to marketing. */
  readonly consentsRecorded: boolean;
  /** The sentence that says how birthdays were made up; absent: they are the customers' own. */
  readonly birthdaysMadeUp?: string;
  /** The shop's name, as its messages say it. */
  readonly shopName: Readonly<Record<Locale, string>>;
  /** In the order of the file. */
  readonly rejected: readonly RejectedLine[];
}

/** A file that cannot be read at all: it does not exist, or its columns are not the expected ones. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}
