import { ROLES, type Role } from '@corridor/domain';
import { z } from 'zod';
import { toCookie } from '../../access/accounts.ts';
import { invitedSchema, madeKeySchema } from '../../schemas/access-schemas.ts';
import type { Received, Sender } from './send-request.ts';

const PASSWORD = 'otter piano glacier seven';
const MOST_ATTEMPTS = 5;

/** Who asks: the headers that say so. */
export interface Asker {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The people of a run: one of each role by session, and one by key, as requests find them. What a request does to them (a
 * session ended, a role changed, a key revoked) is found by `refresh`, which brings in somebody new. An admin whom no
 * request knows keeps the house.
 */
export class FuzzPeople {
  readonly #sender: Sender;
  readonly #keeper: Record<string, string>;
  readonly #askers = new Map<Role, Asker>();
  readonly #keys = new Map<Role, Asker>();
  #count = 0;

  private constructor(sender: Sender, keeper: Record<string, string>) {
    this.#sender = sender;
    this.#keeper = keeper;
  }

  /** Takes the first admin's link, as the server printed it. */
  static async create(sender: Sender, firstAdminLink: string): Promise<FuzzPeople> {
    const token = tokenOf(firstAdminLink);
    const admin = { token, name: 'Keeper', email: 'keeper@harbour.example', password: PASSWORD };
    const answer = await post(sender, '/v1/access/first-admin', admin, {});
    const people = new FuzzPeople(sender, { Cookie: cookieOf(answer) });
    await people.refresh();
    return people;
  }

  get askers(): readonly Asker[] {
    return [NOBODY, STRANGER, ...this.#askers.values(), ...this.#keys.values()];
  }

  /** Throws where somebody cannot be brought in though it was tried some times: requests go on meanwhile. */
  async refresh(): Promise<void> {
    for (const role of ROLES) {
      for (let attempt = 1; ; attempt++) {
        try {
          await this.#refreshRole(role);
          break;
        } catch (error) {
          if (attempt === MOST_ATTEMPTS) throw error;
        }
      }
    }
  }

  async #refreshRole(role: Role): Promise<void> {
    if (!(await this.#is(this.#askers.get(role), role))) await this.#replace(role);
    else if (!(await this.#is(this.#keys.get(role), role))) await this.#newKey(role);
  }

  async #is(asker: Asker | undefined, role: Role): Promise<boolean> {
    if (!asker) return false;
    const answer = await this.#sender.send({ method: 'GET', target: '/v1/me', headers: asker.headers, body: null });
    if (answer.status !== 200) return false;
    const { person } = z.object({ person: z.object({ role: z.string() }).nullable() }).parse(JSON.parse(answer.body));
    return person?.role === role;
  }

  async #replace(role: Role): Promise<void> {
    const name = `${role} ${++this.#count}`;
    const email = `${role}-${this.#count}@harbour.example`;
    const invited = await post(this.#sender, '/v1/people', { email, name, role }, this.#keeper);
    const { link } = invitedSchema.parse(JSON.parse(invited.body));
    const token = tokenOf(link.path);
    const entered = await post(this.#sender, '/v1/access/password', { token, password: PASSWORD }, {});
    this.#askers.set(role, { name: role, headers: { Cookie: cookieOf(entered) } });
    await this.#newKey(role);
  }

  async #newKey(role: Role): Promise<void> {
    const owner = this.#askers.get(role)?.headers ?? {};
    const made = await post(this.#sender, '/v1/me/keys', { name: `key of ${role}`, role }, owner);
    const { token } = madeKeySchema.parse(JSON.parse(made.body));
    this.#keys.set(role, { name: `key of ${role}`, headers: { Authorization: `Bearer ${token}` } });
  }
}

const NOBODY: Asker = { name: 'nobody', headers: {} };
const STRANGER: Asker = { name: 'stranger', headers: { Authorization: `Bearer cw_${'0'.repeat(43)}` } };

async function post(
  sender: Sender,
  target: string,
  body: unknown,
  headers: Readonly<Record<string, string>>,
): Promise<Received> {
  const answer = await sender.send({
    ...{ method: 'POST', target, body: Buffer.from(JSON.stringify(body)) },
    headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin', ...headers },
  });
  if (answer.status >= 300) throw new Error(`Expected ${target} to work, got ${answer.status}: ${answer.body}`);
  return answer;
}

function cookieOf({ headers }: Received): string {
  return toCookie(headers['set-cookie'] ?? []);
}

function tokenOf(link: string): string {
  return new URL(link, 'http://localhost').searchParams.get('token') ?? '';
}
