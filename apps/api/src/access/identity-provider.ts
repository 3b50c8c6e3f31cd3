import type { Role } from '@corridor/domain';

/** An OpenID Connect provider that the operator set. */
export interface IdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** On the button of the sign-in page. */
  readonly name: string;
  /** Where roles come from; null leaves them to the admins here. */
  readonly roles: RoleClaim | null;
}

export interface RoleClaim {
  readonly claim: string;
  /** Which value of the claim gives which role; the highest wins. */
  readonly map: ReadonlyMap<string, Role>;
}
