import { readFile, writeFile } from 'node:fs/promises';
import { ROLES } from '@corridor/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { parseSources } from '../feeds/sources-file.ts';
import { openTestApp, type TestApp } from '../testing/open-test-app.ts';
import { type Browser, makeKey, send, signUp } from '../testing/sign-up.ts';
import { checkNeeds, routesOf } from './route-needs.ts';

/** The table that is checked in. `UPDATE_ACCESS_TABLE=1` writes it anew: read the difference before you commit it. */
const TABLE = new URL('../../../../docs/access.md', import.meta.url);

const ASKERS = ['nobody, open', 'nobody, login', ...ROLES, ...ROLES.map((role) => `key of ${role}`)];

let open: TestApp;
let login: TestApp;
const people = new Map<string, Browser>();
const keys = new Map<string, string>();
/** The two stores have the same records, but each numbers its own sources. */
const sourceIds = new Map<TestApp, string | undefined>();
const draftIds = new Map<TestApp, string | undefined>();
/** A private address is asked by nobody. */
const SOURCES = parseSources(
  JSON.stringify({
    sources: [{ id: 'news', name: 'News', kind: 'rss', address: 'http://127.0.0.1/feed', everyMinutes: 60 }],
  }),
);
beforeAll(async () => {
  open = await openTestApp({ feeds: { sources: SOURCES } });
  login = await openTestApp({ access: { mode: 'login' }, feeds: { sources: SOURCES } });
  for (const role of ROLES) {
    const person = await signUp(login, role);
    people.set(role, person);
    keys.set(`key of ${role}`, await makeKey(person, role));
  }
  const other = await signUp(login, 'viewer', 'somebody-else');
  await makeKey(other, 'viewer');
  for (const asked of [open, login]) {
    sourceIds.set(asked, (await asked.store.sources({ words: [], after: null, limit: 1 }))[0]?.id);
    draftIds.set(asked, await addDraft(asked));
  }
  for (const { store } of [open, login]) {
    const batch = { file: 'a.csv', size: 1, mapping: null, mappingName: null, by: 'somebody', runner: 'a test' };
    const id = await store.imports.begin({ ...batch, origins: [] });
    // One that nothing more can be done with.
    await store.imports.move(id, ['reading'], 'failed', { runner: 'a test' });
  }
  others.session = await idOfFirst(other, '/v1/me/sessions');
  others.key = await idOfFirst(other, '/v1/me/keys');
});
afterAll(async () => {
  await open.close();
  await login.close();
});

async function addDraft({ store }: TestApp): Promise<string | undefined> {
  const article = {
    title: '',
    publisher: '',
    language: 'en',
    published: null,
    text: 'A text',
    sites: [],
    takenBy: 'x',
  };
  const draft = { occurred: { start: '2024-03-01', end: '2024-03-01', precision: 'day' } };
  const { id } = await store.drafts.addArticle({ ...article, sourceId: null, address: null, isWatchedPage: false }, [
    { kind: 'incident', draft, evidence: [], candidates: [] },
  ]);
  return (await store.drafts.ofArticle(id))[0]?.id;
}

/** Somebody's own things, which are nobody else's, not even an admin's. */
const others = { session: '', key: '' };

async function idOfFirst(person: Browser, path: string): Promise<string> {
  const { items } = z
    .object({ items: z.array(z.object({ id: z.string() })) })
    .parse(await (await person.request('GET', path)).json());
  return items[0]?.id ?? '';
}

/**
 * Ids to ask each route with parameters for: one that exists, one that does not, and one of something that is somebody
 * else's. A record that only some roles may see gets a line of its own here.
 */
function examplesOf(path: string, asked: TestApp): readonly { readonly label: string; readonly url: string }[] {
  const { incidents, routes, sites } = asked.portfolio;
  const known: Readonly<Record<string, string | undefined>> = {
    '/v1/sites/:id': sites[0]?.id,
    '/v1/routes/:id': routes[0]?.id,
    '/v1/sites/:id/versions': sites[0]?.id,
    '/v1/routes/:id/versions': routes[0]?.id,
    '/v1/sources/:id': sourceIds.get(asked),
    '/v1/drafts/:id': draftIds.get(asked),
    '/v1/drafts/:id/file': draftIds.get(asked),
    '/v1/drafts/:id/link': draftIds.get(asked),
    '/v1/drafts/:id/dismiss': draftIds.get(asked),
    '/v1/feeds/:id/check': 'news',
    '/v1/basemap/:file': 'base.json',
    '/v1/people/:id': people.get('viewer')?.id,
    '/v1/people/:id/link': people.get('viewer')?.id,
  };
  if (path.startsWith('/v1/imports/:id')) {
    return ['1', '2'].map((id) => ({ label: id === '1' ? 'an id' : 'no such id', url: path.replace(':id', id) }));
  }
  // Whoever deleted one would leave none for those who are asked after.
  if (path === '/v1/import-mappings/:name') {
    return [{ label: 'no such name', url: '/v1/import-mappings/no-such-name' }];
  }
  const query = QUERIES[path] ?? '';
  const parameter = /:\w+/.exec(path)?.[0];
  if (parameter === undefined) return [{ label: '', url: path + query }];
  const fill = (id: string) => path.replace(parameter, id).replace(':number', '1');
  const missing = { label: 'no such id', url: fill('no-such-id') };
  const foreign = FOREIGN[path];
  if (foreign) return [{ label: 'of somebody else', url: fill(others[foreign]) }, missing];
  return [
    { label: 'an id', url: fill((path.startsWith(OF_INCIDENT) ? incidents[0]?.id : known[path]) ?? '') },
    missing,
  ];
}

/** How the paths of one incident and of what belongs to it begin. */
const OF_INCIDENT = '/v1/incidents/:id';

const FOREIGN: Readonly<Record<string, keyof typeof others>> = {
  '/v1/me/sessions/:id': 'session',
  '/v1/me/keys/:id': 'key',
};

const QUERIES: Readonly<Record<string, string>> = {
  '/v1/bins': '?bbox=60,20,80,40&zoom=5',
  '/v1/texts': '?keys=1',
  '/v1/text-matches': '?q=karachi',
  '/v1/places': '?q=karachi',
};

/** A body that is read and does nothing: what was let through is told by 400, what was not by 401 or 403. */
const BODIES: Readonly<Record<string, unknown>> = {
  'POST /v1/arrivals': { filter: {}, sort: { by: 'date', descending: true }, since: 1 },
  'POST /v1/query': { filter: {} },
  'PATCH /v1/people/:id': {},
  // Whether somebody may depends on who filed the incident: here that is nobody who asks.
  'PATCH /v1/incidents/:id': { reason: 'nothing', changes: {} },
};
const IF_MATCH: Readonly<Record<string, string>> = { 'PATCH /v1/incidents/:id': '"1"' };

const WITHOUT_BODY = /^(GET|DELETE) |sign-out$|people\/:id\/link$|:id\/watch$|:id\/check$/;

const appOf = (asker: string) => (asker === 'nobody, open' ? open : login);

async function statusOf(asker: string, method: string, path: string, url: string): Promise<number> {
  const body = WITHOUT_BODY.test(`${method} ${path}`) ? undefined : (BODIES[`${method} ${path}`] ?? { unknown: true });
  const key = keys.get(asker);
  const ifMatch = IF_MATCH[`${method} ${path}`];
  const cookie = await cookieFor(asker, method, path);
  const response = await send(appOf(asker), method, url, {
    body,
    cookie,
    headers: {
      ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }),
      ...(ifMatch === undefined ? {} : { 'If-Match': ifMatch }),
    },
  });
  await response.body?.cancel();
  return response.status;
}

/** Some routes end the session that asks or others of the person: they get one of their own. */
async function cookieFor(asker: string, method: string, path: string): Promise<string> {
  const person = people.get(asker);
  if (person === undefined) return '';
  const ends = path === '/v1/access/sign-out' || (method === 'DELETE' && path.startsWith('/v1/me'));
  if (!ends) return person.cookie;
  const spare = await signUp(login, ROLES.find((role) => role === asker) ?? 'viewer', `${asker}-${spares++}`);
  return spare.cookie;
}
let spares = 0;

const HEADER = `# Who may do what

The answer of each route to each asker, made and checked by \`apps/api/src/access/access-table.test.ts\` from the routes that
are served (\`UPDATE_ACCESS_TABLE=1\` writes it anew). 401: sign in first; 403: not with this role, or not by an API key; 400: let
through to a body that the test leaves wrong; 404 behind a permission: let through, and there is no such thing. "nobody, open" is
\`ACCESS=open\`; all others ask with \`ACCESS=login\`.

`;

async function makeTable(): Promise<string> {
  const rows: string[][] = [['route', ...ASKERS]];
  for (const { method, path } of routesOf(login.app.routes)) {
    for (const [index, { label }] of examplesOf(path, login).entries()) {
      const statuses: number[] = [];
      for (const asker of ASKERS) {
        const url = examplesOf(path, appOf(asker))[index]?.url ?? '';
        statuses.push(await statusOf(asker, method, path, url));
      }
      rows.push([`\`${method} ${path}\`${label === '' ? '' : ` ${label}`}`, ...statuses.map(String)]);
    }
  }
  const [head = [], ...body] = rows;
  return `${HEADER}${[head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}

it('answers every asker on every route as the table in docs/access.md says', { timeout: 240_000 }, async () => {
  const made = await makeTable();
  if (process.env.UPDATE_ACCESS_TABLE) await writeFile(TABLE, made);
  expect(made).toBe(await readFile(TABLE, 'utf8'));
});

it('refuses to start with a route that does not say what it needs, and with a need that no route has', () => {
  const served = login.app.routes;
  expect(() => checkNeeds(served)).not.toThrow();
  expect(() => checkNeeds([...served, { method: 'GET', path: '/v1/secrets' }])).toThrow(
    /does not say .* GET \/v1\/secrets/,
  );
  expect(() => checkNeeds(served.filter(({ path }) => path !== '/v1/people'))).toThrow(
    /\/v1\/people, which is not served/,
  );
});
