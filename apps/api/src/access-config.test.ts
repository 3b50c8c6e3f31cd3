import { describe, expect, it } from 'vitest';
import { parseConfig } from './config.ts';

const accessOf = (env: Record<string, string>) => parseConfig(env).access;

describe('ACCESS', () => {
  it.each(['127.0.0.1', '127.8.8.8', '::1', 'localhost'])(
    'is open by default on %s, by the names of this machine',
    (HOST) => {
      const { hosts, mode } = accessOf({ HOST });
      expect(mode).toBe('open');
      expect(hosts).toEqual(
        expect.arrayContaining(['localhost', '127.0.0.1', '[::1]', HOST === '::1' ? '[::1]' : HOST]),
      );
      expect(accessOf({ HOST, BASE_URL: 'http://watch.example:8080' }).hosts).toContain('watch.example');
      expect(accessOf({ HOST, ACCESS: 'login' })).toMatchObject({ mode: 'login', hosts: null });
    },
  );

  it.each(['0.0.0.0', '::', '192.168.1.5', 'watch.example', '127.evil.example'])(
    'is login by default on %s, and open only if that is meant',
    (HOST) => {
      expect(accessOf({ HOST })).toMatchObject({ mode: 'login', hosts: null });
      expect(() => accessOf({ HOST, ACCESS: 'open' })).toThrow(/ACCESS_OPEN_ANYWHERE=yes if that is meant/);
      expect(() => accessOf({ HOST, ACCESS: 'open', ACCESS_OPEN_ANYWHERE: 'no' })).toThrow(/ACCESS_OPEN_ANYWHERE/);
      expect(accessOf({ HOST, ACCESS: 'open', ACCESS_OPEN_ANYWHERE: 'yes' })).toMatchObject({
        mode: 'open',
        hosts: null,
      });
    },
  );
});

describe('the variables about access', () => {
  it.each([
    ['ACCESS', 'public'],
    ['ACCESS_OPEN_ANYWHERE', 'true'],
    ['TRUST_PROXY', '1'],
    ['BASE_URL', 'watch.example'],
    ['BASE_URL', 'https://watch.example/path'],
    ['BASE_URL', 'ftp://watch.example'],
    ['ACCESS_SECRET', 'too short'],
    ['OIDC_ISSUER', 'http://id.example'],
    ['OIDC_ROLES', 'admins=owner'],
    ['OIDC_ROLES', 'admins'],
  ])('names %s when it is "%s"', (name, value) => {
    expect(() => accessOf({ [name]: value })).toThrow(new RegExp(`^${name} must be `));
  });

  it('never repeats a secret', () => {
    expect(() => accessOf({ ACCESS_SECRET: 'hunter2' })).toThrow(/^(?!.*hunter2)/);
  });

  it('takes single sign-on with roles, in https or on this machine', () => {
    const env = {
      BASE_URL: 'https://watch.example/',
      OIDC_ISSUER: 'https://id.example/realms/a',
      OIDC_CLIENT_ID: 'watch',
      OIDC_CLIENT_SECRET: 'secret',
      OIDC_ROLE_CLAIM: 'groups',
      OIDC_ROLES: 'cn=admins;dc=x=admin, staff = analyst',
    };
    expect(accessOf(env)).toMatchObject({
      baseUrl: 'https://watch.example',
      provider: {
        issuer: 'https://id.example/realms/a',
        name: 'single sign-on',
        roles: {
          claim: 'groups',
          map: new Map([
            ['cn=admins;dc=x', 'admin'],
            ['staff', 'analyst'],
          ]),
        },
      },
    });
    expect(accessOf({ ...env, OIDC_ISSUER: 'http://127.0.0.1:9000', OIDC_NAME: 'Ours' }).provider?.name).toBe('Ours');
  });

  it('names what single sign-on lacks', () => {
    expect(() => accessOf({ OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'x' })).toThrow(
      'single sign-on needs OIDC_CLIENT_SECRET, BASE_URL as well',
    );
    expect(() => accessOf({ OIDC_ROLE_CLAIM: 'groups' })).toThrow('OIDC_ROLE_CLAIM and OIDC_ROLES go together');
  });
});
