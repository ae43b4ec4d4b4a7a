export {
  type CalibrateStagesOptions,
  calibrateStages,
  type StageBound,
  type StageCalibrationBasis,
  type StagePercents,
  type StageProposal,
} from './calibrateStages.js';
export { type Stage, stageSchema } from './stage.js';
export { decideStage, type StageDecision, type StageFacts, stageOf } from './stageOf.js';
export {
  defaultStagePolicy,
  parseStagePolicy,
  type StagePolicy,
  stagePolicySchema,
} from './stagePolicy.js';
export { type StageWindow, stageWindowSchema } from './stageWindow.js';
