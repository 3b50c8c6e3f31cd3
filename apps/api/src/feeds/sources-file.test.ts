import { expect, it } from 'vitest';
import { ConfigError } from '../config.ts';
import { parseSources, readSourcesFile } from './sources-file.ts';

const SOURCE = { id: 'news', name: 'News', kind: 'rss', address: 'https://news.example/rss', everyMinutes: 30 };

function faultsOf(text: string): string[] {
  try {
    parseSources(text);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
  }
  return [];
}
const withSources = (...sources: unknown[]) => JSON.stringify({ sources });

it('is no source without a file', async () => {
  expect(await readSourcesFile(undefined)).toEqual([]);
});

it('takes sources with what they leave out: watched, no other hosts, no private addresses', () => {
  expect(parseSources(withSources(SOURCE))).toEqual([{ ...SOURCE, enabled: true, hosts: [], allowPrivate: false }]);
});

it.each([
  ['id', 'News!'],
  ['id', undefined],
  ['name', 'two\nlines'],
  ['kind', 'acled-api'],
  ['address', 'ftp://news.example/'],
  ['address', 'https://me:secret@news.example/'],
  ['address', 'news.example'],
  ['everyMinutes', 1],
  ['everyMinutes', '30'],
  ['enabled', 'yes'],
  ['hosts', ['https://news.example']],
  ['allowPrivate', 1],
])('names %s of a source when it is %j, and says what it must be', (name, value) => {
  const [fault, ...others] = faultsOf(withSources(SOURCE, { ...SOURCE, id: 'other', [name]: value }));
  expect(others).toEqual([]);
  expect(fault).toMatch(new RegExp(`^SOURCES_FILE: sources\\[1\\]\\.${name} must be .{8,}`));
  expect(fault).not.toContain('secret');
});

it.each([
  ['{', /^SOURCES_FILE must be JSON/],
  ['[]', /^SOURCES_FILE must hold \{"sources": \[…\]\}/],
  [withSources(1), /^SOURCES_FILE: sources\[0\] must be an object/],
  [withSources({ ...SOURCE, url: 'x' }), /^SOURCES_FILE: sources\[0\]\.url is not known; there are id, name/],
  [withSources(SOURCE, SOURCE), /^SOURCES_FILE: the id news must be that of one source/],
])('refuses %s', (text, fault) => {
  expect(faultsOf(text)).toEqual([expect.stringMatching(fault)]);
});

it('reports all faults of all sources at once', () => {
  expect(faultsOf(withSources({ ...SOURCE, kind: 'x', everyMinutes: 0 }, { ...SOURCE, id: '' }))).toHaveLength(3);
});

it('says that a file cannot be read', async () => {
  await expect(readSourcesFile('/no/such/file.json')).rejects.toThrow(/SOURCES_FILE must be a file .* \(ENOENT\)/);
});
