export {
  type AllOf,
  type AnyOf,
  type Comparison,
  type Condition,
  comparisonsOf,
  type Decorator,
  type FactReference,
  type Literal,
  type Not,
  type Operand,
  operatorText,
} from './condition.js';
export { type FactPath, formatPath, parsePath, readPath } from './factPath.js';
export { frozenCopy } from './frozenCopy.js';
export type { JsonRecord, JsonValue } from './jsonValue.js';
