import { z } from 'zod';
import { addTextFaults } from './add-text-faults.ts';
import { claimsSchema, hasOwnSubType, type Incident, incidentSchema, SUB_TYPE_RULE } from './incident.ts';

const { id, status, origin, licence, ...written } = incidentSchema.shape;

/** What of an incident a person writes. The rest is given by the server, or follows rules of its own. */
const changeable = { ...written, claims: claimsSchema };

/**
 * A whole record as a person hands it in. Stricter than the record itself, which may hold what an older program or a file
 * brought: no control characters, no half characters, no title of blanks.
 */
export const draftSchema = z
  .strictObject(written)
  .refine(hasOwnSubType, SUB_TYPE_RULE)
  .superRefine((draft, context) => addTextFaults(draft, context, isName));
export type Draft = z.infer<typeof draftSchema>;

/** Some fields of a draft, each replaced whole. That they fit together is for the record to say that they make. */
export const draftChangesSchema = z
  .strictObject(changeable)
  .partial()
  .superRefine((changes, context) => addTextFaults(changes, context, isName));
export type DraftChanges = z.infer<typeof draftChangesSchema>;

/** What may be written of an incident so far: nothing is needed but when it was. */
export const unfinishedDraftSchema = z
  .strictObject(changeable)
  .partial()
  .required({ occurred: true })
  .superRefine((draft, context) => addTextFaults(draft, context, isName));
export type UnfinishedDraft = z.infer<typeof unfinishedDraftSchema>;

/** What of an incident is its draft. */
export function draftOf({ id, status, origin, licence, ...draft }: Incident): Draft {
  return draft;
}

/** Names that must not be empty: the title, an actor's, and who makes a claim. */
function isName(path: readonly PropertyKey[]): boolean {
  return path.length === 1 ? path[0] === 'title' : path.at(-1) === 'by' || path[0] === 'actors';
}
