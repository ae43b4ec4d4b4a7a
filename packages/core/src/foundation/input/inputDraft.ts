import type { IssuePath } from '../issue/issue.js';
import type { IssueDraft } from '../issue/issueCatalogue.js';
import type { InputIssueDetails } from './inputIssueDetails.js';

/** An {@link IssueDraft} that any JSON input can have; the details fit the code. */
export function inputDraft<Code extends keyof InputIssueDetails>(
  code: Code,
  path: IssuePath,
  details: InputIssueDetails[Code],
): IssueDraft {
  return { code, path, details };
}
