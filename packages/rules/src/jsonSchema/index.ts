export { type RulesJsonSchemaOptions, rulesJsonSchema } from './rulesJsonSchema.js';
