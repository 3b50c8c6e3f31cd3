import { z } from 'zod';
import { ApiFault, type ApiFetch, type Clock } from '../api/api-fetch.ts';
import { askApi, type JsonAnswer } from '../api/ask-api.ts';

const SOURCE = 'ACLED';
const CLIENT = 'acled';

export interface AcledCredentials {
  readonly username: string;
  readonly password: string;
}

/** Asks ACLED with a token that is valid, whatever it takes. */
export interface AcledSession {
  /** The answer to a GET; an ApiFault for anything but success. */
  get(address: string): Promise<unknown>;
}

const tokenSchema = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  expires_in: z.number().positive(),
});

interface Token {
  readonly access: string;
  readonly refresh: string | null;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
}

/** A token is changed for a new one this long before it ends. */
const EARLY = 60_000;

/**
 * OAuth 2.0 as ACLED has it: a token for the user's own name and password, renewed by its refresh token and, where that is not
 * taken either, by the password again. A token that is refused in use is renewed once.
 */
export function createAcledSession(
  tokenAddress: string,
  { username, password }: AcledCredentials,
  fetch: ApiFetch,
  clock: Clock,
): AcledSession {
  let token: Token | null = null;

  async function ask(grant: Readonly<Record<string, string>>): Promise<Token | null> {
    const body = Object.entries({ ...grant, client_id: CLIENT })
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('&');
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const { status, value } = await askApi(SOURCE, tokenAddress, { method: 'POST', headers, body }, fetch, clock);
    if (status !== 200) return null;
    const result = tokenSchema.safeParse(value);
    if (!result.success) throw new ApiFault('unexpected', `${SOURCE} gives no token where one was asked for`);
    const { access_token, refresh_token = null, expires_in } = result.data;
    return { access: access_token, refresh: refresh_token, endsAt: clock.now() + expires_in * 1_000 };
  }

  async function renew(): Promise<Token> {
    const refreshed = token?.refresh ? await ask({ grant_type: 'refresh_token', refresh_token: token.refresh }) : null;
    const renewed = refreshed ?? (await ask({ grant_type: 'password', username, password }));
    if (!renewed) throw new ApiFault('credentials', `${SOURCE} does not take the user name and password`);
    token = renewed;
    return renewed;
  }

  async function get(address: string): Promise<unknown> {
    let valid = token !== null && token.endsAt - EARLY > clock.now() ? token : await renew();
    let answer = await askWith(valid, address);
    if (answer.status === 401) {
      valid = await renew();
      answer = await askWith(valid, address);
    }
    const { status, value } = answer;
    if (status >= 200 && status < 300) return value;
    const isAccess = status === 401 || status === 403;
    throw new ApiFault(isAccess ? 'credentials' : 'refused', `${SOURCE} answers ${status}`);
  }

  function askWith({ access }: Token, address: string): Promise<JsonAnswer> {
    const headers = { authorization: `Bearer ${access}`, accept: 'application/json' };
    return askApi(SOURCE, address, { method: 'GET', headers }, fetch, clock);
  }

  return { get };
}
