export { type FactChange, type FactNote, fact, factNotes } from './fact.js';
