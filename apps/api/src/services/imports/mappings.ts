import { Problem } from '@corridor/domain';
import { type Mapping, mappingSchema } from '@corridor/importers';
import type { JsonObject, SavedMapping, Store } from '@corridor/store';

type Deps = Pick<Store, 'imports'>;

/** Throws the Problem `not-found`. */
export async function showMapping({ imports }: Deps, name: string): Promise<SavedMapping> {
  const saved = await imports.mapping(name);
  if (!saved) throw unknownMapping(name);
  return saved;
}

/** Under its own name, in place of one that was there. Throws the Problem `invalid-body` where the path names another. */
export async function saveMapping(deps: Deps, name: string, mapping: Mapping, by: string): Promise<SavedMapping> {
  if (mapping.name !== name) {
    throw new Problem('invalid-body', `name is ${name}, as the path has it.`, [{ name: 'name', reason: `is ${name}` }]);
  }
  await deps.imports.saveMapping(name, toJson(mapping), by);
  return showMapping(deps, name);
}

export async function deleteMapping({ imports }: Deps, name: string): Promise<void> {
  if (!(await imports.deleteMapping(name))) throw unknownMapping(name);
}

/** A saved mapping as a file is read by it: of an older program it may not be one any more. */
export function mappingOf({ mapping }: SavedMapping): Mapping {
  return mappingSchema.parse(mapping);
}

function unknownMapping(name: string): Problem {
  return new Problem('not-found', `There is no mapping ${name.slice(0, 100)}.`);
}

/** Guarantee: a mapping is JSON, as its schema has it. */
function toJson(mapping: Mapping): JsonObject {
  return mapping as JsonObject;
}
