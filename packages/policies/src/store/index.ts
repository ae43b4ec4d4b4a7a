export type { CaseCommit, CaseStore, CommitResult } from './caseStore.js';
