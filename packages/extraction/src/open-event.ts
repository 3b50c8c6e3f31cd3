import type { ReadSentence } from './read-sentence.ts';

/** An event while a text is read: the sentences that tell of it so far. */
export interface OpenEvent {
  readonly sentences: ReadSentence[];
  readonly isBackground: boolean;
  /** Its first sentence sums up several attacks. */
  readonly isSummary: boolean;
}
