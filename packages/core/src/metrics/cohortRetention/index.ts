export { type Cohort, type CohortCell, cohortRetention } from './cohortRetention.js';
