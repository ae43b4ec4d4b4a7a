export { describePolicy } from './describePolicy.js';
export { toMermaid } from './toMermaid.js';
export { type Chart, type ChartEvent, type ChartState, toXState } from './toXState.js';
