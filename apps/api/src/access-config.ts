import { ROLES, type Role } from '@corridor/domain';
import { z } from 'zod';
import type { AccessSettings } from './access/access.ts';
import type { IdentityProvider, RoleClaim } from './access/identity-provider.ts';
import { ACCESS_MODES } from './access/permissions.ts';
import { isRole } from './access/roles.ts';
import { hasProtocol } from './has-protocol.ts';

const baseUrl = z
  .string()
  .refine((text) => hasProtocol(text, ['http:', 'https:']) && new URL(text).pathname === '/' && !/[?#]/.test(text))
  .transform((text) => new URL(text).origin);
const issuer = z.string().refine((text) => hasProtocol(text, ['https:']) || isLocalUrl(text));
const secret = z.string().min(32);
const yesOrNo = z.enum(['yes', 'no']).transform((text) => text === 'yes');
const text = z.string().max(500);
const roleMap = z.string().transform((list, context) => {
  const pairs = list
    .split(',')
    .map((pair) => [pair.slice(0, pair.lastIndexOf('=')).trim(), pair.slice(pair.lastIndexOf('=') + 1).trim()]);
  const map = new Map<string, Role>();
  for (const [value = '', role = ''] of pairs) {
    if (value !== '' && isRole(role)) map.set(value, role);
    else context.addIssue({ code: 'custom', message: 'is no pair' });
  }
  return map;
});

/** What the variables about access must be. */
export const ACCESS_VARIABLES = {
  ACCESS: `one of ${ACCESS_MODES.join(', ')}`,
  ACCESS_OPEN_ANYWHERE: 'yes or no',
  ACCESS_SECRET: '32 or more random characters',
  BASE_URL: 'the address that people use, without a path, such as https://watch.example.org',
  TRUST_PROXY: 'yes or no',
  OIDC_ISSUER: 'the https address of the identity provider, under which /.well-known/openid-configuration is found',
  OIDC_CLIENT_ID: 'the client id that the identity provider gave',
  OIDC_CLIENT_SECRET: 'the client secret that the identity provider gave',
  OIDC_NAME: 'the name of the identity provider as people know it',
  OIDC_ROLE_CLAIM: 'the name of a claim, such as groups or realm_access.roles',
  OIDC_ROLES: `pairs such as watch-admins=admin,watch-staff=analyst with the roles ${ROLES.join(', ')}`,
} as const;

/** Reads a variable; adds a fault and gives `absent` where it is wrong. */
type Read = <T, D>(name: keyof typeof ACCESS_VARIABLES, schema: z.ZodType<T>, absent: D) => T | D;

/** Open by default only where nobody else can reach it. */
export function readAccess(read: Read, faults: string[], host: string): AccessSettings {
  const local = isLoopback(host);
  const mode = read('ACCESS', z.enum(ACCESS_MODES), local ? 'open' : 'login');
  const anywhere = read('ACCESS_OPEN_ANYWHERE', yesOrNo, false);
  if (mode === 'open' && !local && !anywhere) {
    faults.push(
      `ACCESS=open lets everybody who can reach ${host} read everything: set ACCESS=login, or ACCESS_OPEN_ANYWHERE=yes if that is meant`,
    );
  }
  const address = read('BASE_URL', baseUrl, undefined);
  return {
    mode,
    baseUrl: address,
    hosts: mode === 'open' && !anywhere ? ownNames(host, address) : null,
    trustProxy: read('TRUST_PROXY', yesOrNo, false),
    secret: read('ACCESS_SECRET', secret, undefined),
    provider: readProvider(read, faults, address),
  };
}

function readProvider(read: Read, faults: string[], address: string | undefined): IdentityProvider | null {
  const needed = {
    OIDC_ISSUER: read('OIDC_ISSUER', issuer, undefined),
    OIDC_CLIENT_ID: read('OIDC_CLIENT_ID', text, undefined),
    OIDC_CLIENT_SECRET: read('OIDC_CLIENT_SECRET', text, undefined),
  };
  const name = read('OIDC_NAME', text, 'single sign-on');
  const roles = readRoles(read, faults);
  const { OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_ISSUER: issuerUrl } = needed;
  if (clientId !== undefined && clientSecret !== undefined && issuerUrl !== undefined && address !== undefined) {
    return { issuer: issuerUrl, clientId, clientSecret, name, roles };
  }
  const given = Object.values(needed).some((value) => value !== undefined);
  const missing = Object.entries({ ...needed, BASE_URL: address }).flatMap(([key, value]) =>
    value === undefined ? key : [],
  );
  if (given && faults.length === 0) faults.push(`single sign-on needs ${missing.join(', ')} as well`);
  return null;
}

function readRoles(read: Read, faults: string[]): RoleClaim | null {
  const claim = read('OIDC_ROLE_CLAIM', text, undefined);
  const map = read('OIDC_ROLES', roleMap, undefined);
  if (claim !== undefined && map !== undefined) return { claim, map };
  if ((claim ?? map) !== undefined && faults.length === 0) faults.push('OIDC_ROLE_CLAIM and OIDC_ROLES go together');
  return null;
}

/** The names by which a browser may call a server that only this machine can reach. */
function ownNames(host: string, address: string | undefined): string[] {
  const listening = host.includes(':') ? `[${host}]` : host;
  return ['localhost', '127.0.0.1', '[::1]', listening, ...(address === undefined ? [] : [new URL(address).hostname])];
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function isLocalUrl(url: string): boolean {
  return hasProtocol(url, ['http:']) && isLoopback(new URL(url).hostname);
}
