import { readFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';

/**
 * The shop's database: an embedded Postgres in a folder, or in memory without one. With a server of your own, only this
 * file is another one.
 */
export async function openShopDatabase(folder?: string): Promise<PGlite> {
  const database = await PGlite.create(folder);
  await database.exec(await sql('schema'));
  return database;
}

/** Fills an empty database with a shop to try things on. */
export async function addDemoShop(database: PGlite): Promise<void> {
  const { rows } = await database.query('SELECT 1 FROM orders LIMIT 1');
  if (rows.length > 0) return;
  const demo = await sql('demo');
  await database.transaction((transaction) => transaction.exec(demo));
}

function sql(name: string): Promise<string> {
  return readFile(new URL(`../sql/${name}.sql`, import.meta.url), 'utf8');
}
