export { type CustomerFacts, customerFactsSchema } from './customerFacts.js';
export type { LeapDayBirthday, LunarBirthday, NextLunarBirthday } from './nextBirthday.js';
export {
  type CustomerSnapshot,
  type SnapshotBasis,
  type SnapshotEntry,
  type SnapshotOptions,
  takeSnapshot,
} from './takeSnapshot.js';
export type { DayHistory, ValueForecast, ValueModel } from './valueModel.js';
