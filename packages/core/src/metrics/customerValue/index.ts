export {
  type CustomerValueBasis,
  type CustomerValueOptions,
  type CustomerValueRow,
  customerValue,
} from './customerValue.js';
export type { RelationshipKind, RelationshipWeights } from './relationship.js';
