export { AftercareError } from './aftercareError.js';
