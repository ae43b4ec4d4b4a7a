export { type Stage, stageSchema } from './stage.js';
export { decideStage, type StageDecision, type StageFacts, stageOf } from './stageOf.js';
export {
  defaultStagePolicy,
  parseStagePolicy,
  type StagePolicy,
  type StageWindow,
  stagePolicySchema,
  stageWindowSchema,
} from './stagePolicy.js';
