export type { PastCase, PastStep } from './pastCase.js';
export { pastCaseOf } from './pastCaseOf.js';
export { type Simulation, type SimulationFigures, simulate } from './simulate.js';
