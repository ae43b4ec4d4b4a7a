export { type Migration, type MigrationChange, type MigrationOptions, migrateCase } from './migrateCase.js';
