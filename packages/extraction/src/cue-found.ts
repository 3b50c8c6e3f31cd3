import type { CueKind } from './lexicon/cues.ts';

/** A cue in a sentence, by its words (counted from 0). */
export interface CueFound {
  readonly kind: CueKind;
  readonly first: number;
  readonly last: number;
}

/** Whether a sentence has a cue of one of some kinds. */
export function has({ cues }: { readonly cues: readonly CueFound[] }, ...kinds: readonly CueKind[]): boolean {
  return cues.some(({ kind }) => kinds.includes(kind));
}
