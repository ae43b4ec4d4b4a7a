export type { CustomerTable } from './customerTable.js';
