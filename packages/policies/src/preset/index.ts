export { applyPreset, type PolicyPreset, policyPresetSchema } from './preset.js';
