export { aliveProbability } from './aliveProbability.js';
export { type BgNbdModel, type BgNbdParameters, createBgNbdModel, requireBgNbd } from './bgNbdModel.js';
export { expectedPurchases } from './expectedPurchases.js';
export { fitBgNbd } from './fitBgNbd.js';
export { probabilityAlive } from './probabilityAlive.js';
export { purchasesIfCustomer } from './purchasesIfCustomer.js';
