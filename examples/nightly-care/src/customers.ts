import { type Customer, parseCustomer, unwrap } from '@aftercare/core';
import type { PGlite } from '@electric-sql/pglite';

interface CustomerRow {
  readonly id: string;
  readonly region: string | null;
  readonly birth_month: number | null;
  readonly birth_day: number | null;
  readonly objects_to_profiling: boolean;
  readonly consents: readonly unknown[] | null;
}

/** All customers with their consents, by their id. */
export async function readCustomers(database: PGlite): Promise<Customer[]> {
  const { rows } = await database.query<CustomerRow>(`
    SELECT customers.*,
           (SELECT json_agg(json_build_object('channel', channel, 'purpose', purpose, 'granted', granted))
            FROM consents WHERE customer_id = customers.id) AS consents
    FROM customers ORDER BY id`);
  return rows.map(customerOf);
}

function customerOf(row: CustomerRow): Customer {
  return unwrap(
    parseCustomer({
      id: row.id,
      objectsToProfiling: row.objects_to_profiling,
      ...(row.region !== null && { region: row.region }),
      ...(row.birth_month !== null && {
        birthday: { calendar: 'solar', month: row.birth_month, day: row.birth_day },
      }),
      ...(row.consents && { consents: row.consents }),
    }),
  );
}
