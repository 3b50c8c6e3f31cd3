import { readFile } from 'node:fs/promises';
import { recordIdSchema, textFault } from '@corridor/domain';
import { z } from 'zod';
import { ConfigError } from '../config.ts';
import { SOURCE_KINDS } from './source-kinds.ts';

const MAX_SOURCES = 500;
const WEEK_MINUTES = 7 * 24 * 60;

const line = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((text) => textFault(text, 'line') === null);
const address = z
  .string()
  .max(2000)
  .refine((text) => URL.canParse(text) && isPlainWebAddress(new URL(text)))
  .transform((text) => new URL(text).href);
const host = z
  .string()
  .max(300)
  .refine((text) => URL.canParse(`http://${text}`) && new URL(`http://${text}`).host === text);

/** Each property's rule, in words that follow its name. */
const RULES: Readonly<Record<string, string>> = {
  id: 'must be lower-case letters, digits, . _ : -, at most 128 of them',
  name: 'must be one line of text, at most 200 characters',
  kind: `must be one of ${SOURCE_KINDS.join(', ')}`,
  address: 'must be an http(s) address without a user name, such as https://news.example/rss.xml',
  everyMinutes: `must be a whole number of minutes from 5 to ${WEEK_MINUTES}`,
  enabled: 'must be true or false',
  hosts: 'must be a list of at most 20 names of hosts as they stand in addresses, such as www.news.example',
  allowPrivate: 'must be true or false',
};

const sourceSchema = z.strictObject({
  id: recordIdSchema,
  name: line,
  kind: z.enum(SOURCE_KINDS),
  address,
  everyMinutes: z.number().int().min(5).max(WEEK_MINUTES),
  enabled: z.boolean().default(true),
  hosts: z.array(host).max(20).default([]),
  allowPrivate: z.boolean().default(false),
});

/** A source that the operator wants watched. */
export type WatchedSource = Readonly<z.output<typeof sourceSchema>>;

const fileSchema = z.strictObject({ sources: z.array(z.unknown()).max(MAX_SOURCES) });

/** The sources of the operator's file; none without one. Throws ConfigError with one line for each fault. */
export async function readSourcesFile(path: string | undefined): Promise<readonly WatchedSource[]> {
  if (path === undefined) return [];
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new ConfigError(`SOURCES_FILE must be a file that can be read (${error.code ?? 'it cannot'})`);
  });
  return parseSources(text);
}

/** Throws ConfigError with one line for each fault. */
export function parseSources(text: string): readonly WatchedSource[] {
  const file = fileSchema.safeParse(parseJson(text));
  if (!file.success) {
    throw new ConfigError(`SOURCES_FILE must hold {"sources": […]}, at most ${MAX_SOURCES} of them, and nothing else`);
  }
  const faults: string[] = [];
  const sources = file.data.sources.flatMap((given, index): WatchedSource[] => {
    const source = sourceSchema.safeParse(given);
    if (source.success) return [source.data];
    faults.push(...faultsOf(source.error, index));
    return [];
  });
  const seen = new Set<string>();
  for (const { id } of sources) {
    if (seen.has(id)) faults.push(`SOURCES_FILE: the id ${id} must be that of one source`);
    seen.add(id);
  }
  if (faults.length > 0) throw new ConfigError(faults.join('\n'));
  return sources;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new ConfigError(`SOURCES_FILE must be JSON (${error instanceof Error ? error.message : 'it is not'})`);
  }
}

function faultsOf(error: z.ZodError, index: number): string[] {
  const place = `SOURCES_FILE: sources[${index}]`;
  const faults = error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => `${place}.${key} is not known; there are ${Object.keys(RULES).join(', ')}`);
    }
    const [name] = issue.path;
    return [name === undefined ? `${place} must be an object` : `${place}.${String(name)} ${RULES[String(name)]}`];
  });
  return [...new Set(faults)];
}

function isPlainWebAddress({ password, protocol, username }: URL): boolean {
  return (protocol === 'http:' || protocol === 'https:') && username === '' && password === '';
}
