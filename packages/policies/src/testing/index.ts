export type { CaseCommit, CaseStore, CommitResult } from '../store/index.js';
export { type ContractCase, caseStoreContract } from './caseStoreContract.js';
export { createMemoryCaseStore, type MemoryCaseStore } from './memoryCaseStore.js';
export { type Scenario, type ScenarioOptions, startScenario, withReservations } from './scenario.js';
