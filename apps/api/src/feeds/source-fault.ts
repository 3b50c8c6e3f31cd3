/** Why a source, or something that it leads to, could not be read, in words for the operator. */
export class SourceFault extends Error {
  override readonly name = 'SourceFault';
  /** Whether asking again soon is of no use. */
  readonly isLasting: boolean;
  /** Seconds after which the source itself wants to be asked again; null where it did not say. */
  readonly retryAfter: number | null;

  constructor(reason: string, { isLasting = false, retryAfter = null }: FaultFacts = {}) {
    super(reason);
    this.isLasting = isLasting;
    this.retryAfter = retryAfter;
  }
}

interface FaultFacts {
  readonly isLasting?: boolean;
  readonly retryAfter?: number | null;
}
