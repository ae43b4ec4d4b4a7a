export { checkFestivals } from './checkFestivals.js';
export { daysUntilFestivals, type FestivalHorizon } from './daysUntilFestivals.js';
export { defaultFestivals } from './defaultFestivals.js';
export { type Festival, festivalSchema, festivalsSchema, parseFestivals } from './festival.js';
export { type FestivalOptions, festivalDay } from './festivalDay.js';
