import { keepEntry, readEntry } from './kept-entries.ts';
import type { EngineInfo } from './protocol.ts';

/** What one program answered of one portfolio at a revision, and to what: queries and answers as JSON texts, read one by one. */
export interface KeptAnswers {
  readonly program: string;
  readonly portfolio: string;
  readonly info: EngineInfo;
  readonly answers: ReadonlyMap<string, string>;
}

/** There is one entry, replaced each time. */
const ENTRY = 'answers';

/** What this program kept, or null. Another program's answers may be of another shape. */
export async function readKeptAnswers(program: string | null): Promise<KeptAnswers | null> {
  const entry = program === null ? null : await readEntry(ENTRY);
  return isKeptBy(program, entry) ? entry : null;
}

/** Returns whether they were kept. */
export function keepAnswers(kept: KeptAnswers): Promise<boolean> {
  return keepEntry(ENTRY, kept);
}

/** A program reads back what it wrote: its name is all that is looked at. */
function isKeptBy(program: string | null, entry: unknown): entry is KeptAnswers {
  return entry !== null && typeof entry === 'object' && 'program' in entry && entry.program === program;
}
