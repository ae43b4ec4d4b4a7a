export { createValueModel } from './createValueModel.js';
export { customerLifetimeValue } from './customerLifetimeValue.js';
export type { LifetimeValueOptions, ValueModels } from './lifetimeValueOptions.js';
