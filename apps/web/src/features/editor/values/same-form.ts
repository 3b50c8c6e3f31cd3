import { isSame } from '../../../lib/record-parts/is-same.ts';
import { formToDraft } from './form-to-draft.ts';
import type { FormValues } from './form-values.ts';

/** Whether two forms say the same, whatever spaces are typed round it. */
export function sameForm(a: FormValues, b: FormValues): boolean {
  return a === b || (isSame(formToDraft(a), formToDraft(b)) && a.reason.trim() === b.reason.trim());
}
