import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

export interface Claims {
  readonly sub: string;
  readonly email: string;
  readonly email_verified?: boolean;
  readonly name?: string;
  readonly [claim: string]: unknown;
}

/** An OpenID Connect provider on this machine, for one client: real HTTP, real signatures, and anybody may be anybody. */
export interface FakeIdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the provider does when a person agrees on its page: gives the query with which it sends the browser back. */
  agree(authorizationUrl: string, claims: Claims): string;
  /** Whether tokens are signed by a key that discovery does not name. */
  forge: boolean;
  close(): Promise<void>;
}

interface Pending {
  readonly claims: Claims;
  readonly nonce: string | null;
  readonly challenge: string;
  readonly redirectUri: string;
}

const CLIENT = { clientId: 'watch', clientSecret: 'a secret of the client' };

export async function startFakeIdentityProvider(): Promise<FakeIdentityProvider> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const otherKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pending = new Map<string, Pending>();
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Expected a port');
  const issuer = `http://127.0.0.1:${address.port}`;

  const provider: FakeIdentityProvider = {
    issuer,
    ...CLIENT,
    forge: false,
    agree(authorizationUrl, claims) {
      const { searchParams } = new URL(authorizationUrl);
      const asked = (name: string) => searchParams.get(name) ?? '';
      if (asked('client_id') !== CLIENT.clientId || asked('code_challenge_method') !== 'S256') {
        throw new Error(`Expected our client and PKCE: ${authorizationUrl}`);
      }
      const code = randomUUID();
      const redirectUri = asked('redirect_uri');
      pending.set(code, { claims, nonce: searchParams.get('nonce'), challenge: asked('code_challenge'), redirectUri });
      return `?${new URLSearchParams({ code, state: asked('state') })}`;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const send = (status: number, body: unknown) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    if (request.url === '/.well-known/openid-configuration') return void send(200, discoveryOf(issuer));
    if (request.url === '/jwks') {
      return void send(200, {
        keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: '1', alg: 'RS256', use: 'sig' }],
      });
    }
    if (request.url !== '/token') return void send(404, {});
    const form = new URLSearchParams(await text(request));
    const found = pending.get(form.get('code') ?? '');
    pending.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const good =
      found?.challenge === challenge &&
      found.redirectUri === form.get('redirect_uri') &&
      form.get('client_secret') === CLIENT.clientSecret;
    if (!good) return void send(400, { error: 'invalid_grant' });
    const now = Math.floor(Date.now() / 1000);
    const token = { iss: issuer, aud: CLIENT.clientId, iat: now, exp: now + 300, nonce: found.nonce, ...found.claims };
    const id_token = signed(token, provider.forge ? otherKeys.privateKey : keys.privateKey);
    send(200, { access_token: randomUUID(), token_type: 'Bearer', expires_in: 300, id_token });
  }
  return provider;
}

function discoveryOf(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    id_token_signing_alg_values_supported: ['RS256'],
  };
}

function signed(claims: unknown, key: Parameters<typeof sign>[2]): string {
  const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const head = `${encode({ alg: 'RS256', kid: '1', typ: 'JWT' })}.${encode(claims)}`;
  return `${head}.${sign('RSA-SHA256', Buffer.from(head), key).toString('base64url')}`;
}
