export type { LiftGroup, LiftGroups } from './liftGroups.js';
export {
  type LiftEntry,
  type LiftSample,
  type LiftSampleBasis,
  type LiftSampleOptions,
  liftSample,
} from './liftSample.js';
export {
  type Lift,
  type LiftBasis,
  type LiftMeasurement,
  type LiftVerdict,
  type MeasureLiftOptions,
  measureLift,
} from './measureLift.js';
