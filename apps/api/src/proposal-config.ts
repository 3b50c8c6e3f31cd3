import { z } from 'zod';
import type { ProposalSettings } from './feeds/proposer.ts';
import { hasProtocol } from './has-protocol.ts';

const url = z
  .string()
  .max(2000)
  .refine((text) => hasProtocol(text, ['http:', 'https:']) && isPlain(new URL(text)))
  .transform((text) => new URL(text).href.replace(/\/+$/, ''));
const model = z.string().regex(/^[\x21-\x7e](?:[\x20-\x7e]{0,98}[\x21-\x7e])?$/);
const key = z.string().regex(/^[\x21-\x7e]{1,1000}$/);
const seconds = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)
  .refine((value) => value >= 1 && value <= 300);

/** What the variables about proposals must be. */
export const PROPOSAL_VARIABLES = {
  PROPOSAL_URL:
    'the http(s) address under which /chat/completions is, without a user name or a query, such as http://127.0.0.1:11434/v1',
  PROPOSAL_MODEL: 'the name of a model, of 1 to 100 plain characters',
  PROPOSAL_KEY: 'a key of up to 1000 plain characters without blanks',
  PROPOSAL_SECONDS: 'seconds from 1 to 300',
} as const;

/** Reads a variable; adds a fault and gives `absent` where it is wrong. */
type Read = <T, D>(name: keyof typeof PROPOSAL_VARIABLES, schema: z.ZodType<T>, absent: D) => T | D;

/** Null, and nobody is asked, unless both an address and a model are set. */
export function readProposals(read: Read, faults: string[]): ProposalSettings | null {
  const needed = {
    PROPOSAL_URL: read('PROPOSAL_URL', url, undefined),
    PROPOSAL_MODEL: read('PROPOSAL_MODEL', model, undefined),
  };
  const secret = read('PROPOSAL_KEY', key, undefined);
  const longestMs = read('PROPOSAL_SECONDS', seconds, 30) * 1000;
  const { PROPOSAL_MODEL: name, PROPOSAL_URL: address } = needed;
  if (name !== undefined && address !== undefined) return { url: address, model: name, key: secret, longestMs };
  const given = (name ?? address ?? secret) !== undefined;
  const missing = Object.entries(needed).flatMap(([variable, value]) => (value === undefined ? variable : []));
  if (given && faults.length === 0) faults.push(`proposals need ${missing.join(' and ')} as well`);
  return null;
}

/** A password in it would be no secret. */
function isPlain({ hash, password, search, username }: URL): boolean {
  return [hash, password, search, username].every((part) => part === '');
}
