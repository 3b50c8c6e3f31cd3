import { type DraftChanges, draftChangesSchema } from '@corridor/domain';
import { formToDraft } from './form-to-draft.ts';
import type { FormValues } from './form-values.ts';

/** What of a form that is not finished could be filed as it is: each field alone, the others left out. */
export function partialDraft(values: FormValues): DraftChanges {
  const candidate = formToDraft(values);
  const result = draftChangesSchema.safeParse(candidate);
  if (result.success) return result.data;
  const faulty = new Set(result.error.issues.map(({ path }) => path[0]));
  const rest = draftChangesSchema.safeParse(
    Object.fromEntries(Object.entries(candidate).filter(([name]) => !faulty.has(name))),
  );
  return rest.success ? rest.data : {};
}
