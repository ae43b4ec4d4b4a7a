export {
  defineFacts,
  type FactCatalogue,
  type FactDescription,
  type FactShape,
  type Facts,
  type FactsOf,
  parseFacts,
} from './factCatalogue.js';
