import { z } from 'zod';
import { claimsSchema, hasOwnSubType, type Incident, incidentSchema, SUB_TYPE_RULE } from './incident.ts';
import { textFault } from './text-fault.ts';

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
  .superRefine((draft, context) => addTextFaults(draft, [], context));
export type Draft = z.infer<typeof draftSchema>;

/** Some fields of a draft, each replaced whole. That they fit together is for the record to say that they make. */
export const draftChangesSchema = z
  .strictObject(changeable)
  .partial()
  .superRefine((changes, context) => addTextFaults(changes, [], context));
export type DraftChanges = z.infer<typeof draftChangesSchema>;

/** What may be written of an incident so far: nothing is needed but when it was. */
export const unfinishedDraftSchema = z
  .strictObject(changeable)
  .partial()
  .required({ occurred: true })
  .superRefine((draft, context) => addTextFaults(draft, [], context));
export type UnfinishedDraft = z.infer<typeof unfinishedDraftSchema>;

/** What of an incident is its draft. */
export function draftOf({ id, status, origin, licence, ...draft }: Incident): Draft {
  return draft;
}

/** Fields of several lines; all other texts are one. */
const LONG = new Set<PropertyKey | undefined>(['summary', 'notes', 'note']);

function addTextFaults(value: unknown, path: readonly PropertyKey[], context: z.RefinementCtx): void {
  if (typeof value === 'string') {
    const fault = textFault(value, LONG.has(path.at(-1)) ? 'text' : 'line') ?? blankFault(value, path);
    if (fault !== null) context.addIssue({ code: 'custom', path: [...path], message: fault });
  } else if (Array.isArray(value)) {
    for (const [index, part] of value.entries()) addTextFaults(part, [...path, index], context);
  } else if (value !== null && typeof value === 'object') {
    for (const [name, part] of Object.entries(value)) addTextFaults(part, [...path, name], context);
  }
}

/** Names that must not be blank: the title, an actor's, and who makes a claim. That they are not empty the record demands. */
function blankFault(text: string, path: readonly PropertyKey[]): string | null {
  const isName = path.length === 1 ? path[0] === 'title' : path.at(-1) === 'by' || path[0] === 'actors';
  return isName && text !== '' && text.trim() === '' ? 'must not be blank' : null;
}
