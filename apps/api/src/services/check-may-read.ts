import { type OriginTest, Problem } from '@corridor/domain';
import type { Person } from '../access/person.ts';

/** Throws the Problem `not-allowed` for the whole record of an origin that leaves only as counts, for who is not signed in. */
export function checkMayRead(person: Person | null, origin: string, countedOnly: OriginTest): void {
  if (person !== null || !countedOnly(origin)) return;
  throw new Problem(
    'not-allowed',
    `This record comes from ${origin}, whose terms let it be counted and not passed on: sign in to read it.`,
  );
}
