import type { AccountsConnection } from '@corridor/store';

/** A person as others see one. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string;
}

/** Names of persons by id. What is no person's id is left out: parts of the program, and people of long ago. */
export async function personNames(
  connection: AccountsConnection,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await connection.query<{ id: string; name: string }>('select id, name from person where id = any($1)', [
    [...new Set(ids)],
  ]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** A person by id, or null where there is none. */
export function namedPerson(names: ReadonlyMap<string, string>, id: string | null | undefined): NamedPerson | null {
  const name = id === null || id === undefined ? undefined : names.get(id);
  return id && name !== undefined ? { id, name } : null;
}
