export { describePolicy } from './describePolicy.js';
export { describeUndrawnWays } from './describeUndrawnWays.js';
export { type MermaidOptions, toMermaid } from './toMermaid.js';
export { type Chart, type ChartEvent, type ChartState, toXState } from './toXState.js';
