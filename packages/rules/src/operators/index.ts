export { assertOperatorNames, type CustomOperators, testOf } from './customOperators.js';
export { DECORATORS, isDecorator } from './decorators.js';
export { isOperatorName, OPERATORS, type OperatorName, type OperatorTest } from './operators.js';
