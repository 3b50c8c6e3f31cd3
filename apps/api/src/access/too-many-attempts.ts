import { Problem } from '@corridor/domain';

/** Whoever guesses must wait. Says nothing of whether an account exists. */
export class TooManyAttempts extends Problem {
  readonly retryAfterSeconds: number;
  constructor(retryAfterMs: number) {
    super('too-many-attempts', 'Too many attempts failed; try again later.');
    this.retryAfterSeconds = Math.max(1, Math.ceil(retryAfterMs / 1000));
  }
}
