import { test } from 'node:test';
import { caseStoreContract } from '@aftercare/policies/testing';
import { createCaseStore } from '#service/caseStore';
import { openShopDatabase } from '#service/shopDatabase';

const database = await openShopDatabase();

const contract = caseStoreContract(async () => {
  await database.exec('TRUNCATE cases, case_events, budgets, outbox');
  return createCaseStore(database);
});
for (const { name, run } of contract) test(name, run);
