import { linkCodeToReference } from './codeLinks.mjs';
import { bringMermaid } from './diagrams.mjs';
import { arrangeGuides } from './guides.mjs';
import { nameModules } from './modules.mjs';

/**
 * What the site does beyond TypeDoc.
 *
 * @param {import('typedoc').Application} app
 */
export function load(app) {
  nameModules(app);
  arrangeGuides(app);
  linkCodeToReference(app);
  bringMermaid(app);
}
