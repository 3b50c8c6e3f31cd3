import type { Role } from '@corridor/domain';

/** Who asks. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** What this request may do: with an API key it can be less than what the person may. */
  readonly role: Role;
  /** The session that the cookie names; null with an API key. */
  readonly sessionId: string | null;
}
