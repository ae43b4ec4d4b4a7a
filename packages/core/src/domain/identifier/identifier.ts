import { textOfFormat } from '../../foundation/index.js';

/**
 * Schema of an identifier that the shop gives: any text of 1 to 200 characters that does not begin or end with white
 * space. Compared letter by letter, so `a1` and `A1` are two.
 */
export const identifierSchema = textOfFormat('identifier', /^\S(?:[\s\S]*\S)?$/)
  .max(200)
  .meta({ description: 'An identifier given by the shop.' });

/** Schema of a code that definitions refer to: snake_case, 1 to 64 characters, such as `app_push`. */
export const codeSchema = textOfFormat('snake_case', /^[a-z][a-z0-9_]*$/)
  .max(64)
  .meta({ description: 'A code in snake_case.' });
