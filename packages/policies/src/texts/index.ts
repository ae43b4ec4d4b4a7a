export { type Texts, textIn, textsSchema } from './texts.js';
