export { type Failure, fail, type Ok, ok, type Result, resultOf } from './result.js';
export { unwrap } from './unwrap.js';
