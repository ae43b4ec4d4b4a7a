export { averageAmount, expectedAverageAmount } from './expectedAverageAmount.js';
export { fitGammaGamma } from './fitGammaGamma.js';
export {
  createGammaGammaModel,
  type GammaGammaFit,
  type GammaGammaModel,
  type GammaGammaParameters,
  requireGammaGamma,
} from './gammaGammaModel.js';
