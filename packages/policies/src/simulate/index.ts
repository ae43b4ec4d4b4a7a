export { pastCaseOf } from './pastCaseOf.js';
export {
  type PastCase,
  type PastStep,
  type Simulation,
  type SimulationFigures,
  simulate,
} from './simulate.js';
