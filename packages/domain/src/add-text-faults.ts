import type { z } from 'zod';
import { textFault } from './text-fault.ts';

/** Fields of several lines; all other texts are one. */
const LONG = new Set<PropertyKey | undefined>(['summary', 'notes', 'note']);

/** Adds an issue for each text in a value that nobody may write, at its path; texts for which `isName` holds must not be blank. */
export function addTextFaults(
  value: unknown,
  context: z.RefinementCtx,
  isName: (path: readonly PropertyKey[]) => boolean,
  path: readonly PropertyKey[] = [],
): void {
  if (typeof value === 'string') {
    // That it is not empty is checked already.
    const blank = isName(path) && value !== '' && value.trim() === '' ? 'must not be blank' : null;
    const fault = textFault(value, LONG.has(path.at(-1)) ? 'text' : 'line') ?? blank;
    if (fault !== null) context.addIssue({ code: 'custom', path: [...path], message: fault });
  } else if (value !== null && typeof value === 'object') {
    const isList = Array.isArray(value);
    for (const [name, part] of Object.entries(value)) {
      addTextFaults(part, context, isName, [...path, isList ? Number(name) : name]);
    }
  }
}
