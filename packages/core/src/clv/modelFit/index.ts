export { fitParameters } from './fitParameters.js';
export type { Convergence, FitOptions, ModelFit } from './modelFit.js';
