import { Problem } from '@corridor/domain';

/**
 * Passwords by NIST SP 800-63B-4, 3.1.1.2: fifteen characters where the password is the only factor, any character of any
 * script, no rules of composition, no expiry, and none that is common or that others would guess from who it belongs to.
 */
export const PASSWORD_LENGTH = { min: 15, max: 256 } as const;

/** Words that anyone would try here. */
const PRODUCT_WORDS = ['corridor', 'watch', 'security', 'incident', 'dashboard'];

/** What must remain of a password when the words that everyone knows are taken out. */
const MIN_REMAINDER = 8;

const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
];

/** Throws the Problem `invalid-body` with the reason by which a password cannot be taken. */
export async function checkPassword(
  password: string,
  owner: { readonly email: string; readonly name: string },
): Promise<void> {
  const reason = faultOf(password, owner, await commonPasswords());
  if (reason !== null) throw passwordFault('password', reason);
}

export function passwordFault(name: string, reason: string): Problem {
  return new Problem('invalid-body', `The password ${reason}.`, [{ name, reason }]);
}

function faultOf(
  password: string,
  owner: { readonly email: string; readonly name: string },
  common: ReadonlySet<string>,
): string | null {
  // As it is hashed: the same password typed on another keyboard is the same.
  const characters = [...password.normalize('NFKC')];
  if (characters.length < PASSWORD_LENGTH.min) return `has at least ${PASSWORD_LENGTH.min} characters`;
  if (characters.length > PASSWORD_LENGTH.max) return `has at most ${PASSWORD_LENGTH.max} characters`;
  const folded = characters.join('').toLowerCase();
  if (isCommon(folded, common)) return 'is one of those that are tried first: take some words that do not go together';
  if (isRun(folded)) return 'is a run of the keyboard or the alphabet: take some words that do not go together';
  if (withoutKnownWords(folded, owner).length < MIN_REMAINDER) {
    return 'is hardly more than a name or the name of this site: take some words that do not go together';
  }
  return null;
}

/** Also when it is repeated, or dressed up with digits and signs at its ends. */
function isCommon(folded: string, common: ReadonlySet<string>): boolean {
  if ([...repeatedPart(folded)].length < 4) return true;
  const bare = folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return [folded, bare].some((text) => common.has(text) || common.has(repeatedPart(text)));
}

/** `abcabcabc` → `abc`, also where the last one is cut; a text that repeats nothing is its own part. */
function repeatedPart(text: string): string {
  for (let length = 1; length <= text.length / 2; length++) {
    const part = text.slice(0, length);
    if (part.repeat(Math.ceil(text.length / length)).startsWith(text)) return part;
  }
  return text;
}

/** Whether at most three runs of neighbours on a keyboard or in the alphabet, forwards or backwards, make it up. */
function isRun(folded: string): boolean {
  const characters = [...folded];
  let breaks = 0;
  for (let index = 1; index < characters.length; index++) {
    if (!areNeighbours(characters[index - 1] ?? '', characters[index] ?? '')) breaks++;
  }
  return breaks <= 2;
}

function areNeighbours(a: string, b: string): boolean {
  return a === b || ROWS.some((row) => row.includes(a + b) || row.includes(b + a));
}

function withoutKnownWords(folded: string, { email, name }: { readonly email: string; readonly name: string }): string {
  const words = [...PRODUCT_WORDS, ...`${email} ${name}`.toLowerCase().split(/[^\p{L}\p{N}]+/u)];
  const known = words.filter((word) => [...word].length >= 4).sort((a, b) => b.length - a.length);
  return known.reduce((rest, word) => rest.replaceAll(word, ''), folded);
}

let loading: Promise<ReadonlySet<string>> | null = null;

/** The 49,000 most common ones, as zxcvbn-ts keeps them (MIT). Some 5 MB, loaded when the first password is set. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  loading ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common']));
  return loading;
}
