import type { LookupAddress } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { isPrivateAddress } from './is-private-address.ts';
import { SourceFault } from './source-fault.ts';

/** All addresses of a name. */
export type Resolve = (name: string) => Promise<readonly LookupAddress[]>;

export interface Asking {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent by POST; without one it is a GET. */
  readonly body?: string;
  readonly allowPrivate: boolean;
  readonly resolve: Resolve;
  readonly limits: AnswerLimits;
  readonly signal: AbortSignal;
}

export interface AnswerLimits {
  /** As they come. */
  readonly maxBytes: number;
  /** Unpacked. */
  readonly maxUnpackedBytes: number;
}

export interface Answer {
  readonly status: number;
  readonly header: (name: string) => string;
  /** Unpacked; empty unless the status is 200. */
  readonly body: Buffer;
}

/**
 * One request on a connection of its own, to an address that was checked: a name is resolved once, and what it is connected
 * to is what was resolved. Follows nothing. Throws SourceFault.
 */
export async function askHost(asking: Asking): Promise<Answer> {
  try {
    const response = await send(asking);
    const header = (name: string): string => String(response.headers[name] ?? '');
    if (response.statusCode === 200) return { status: 200, header, body: await bodyOf(response, asking.limits) };
    response.destroy();
    return { status: response.statusCode ?? 0, header, body: Buffer.alloc(0) };
  } catch (error) {
    throw toFault(error, asking);
  }
}

function send({ allowPrivate, body, headers, resolve, signal, url }: Asking): Promise<IncomingMessage> {
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivate && isIP(literal) !== 0 && isPrivateAddress(literal)) throw privateFault(url.hostname, literal);
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((take, reject) => {
    const lookup = checkedLookup(resolve, allowPrivate);
    // No agent: a connection that is kept might be to an address that another host was allowed.
    const asked = request(
      url,
      { method: body === undefined ? 'GET' : 'POST', agent: false, headers, lookup, signal, maxHeaderSize: 32_768 },
      take,
    );
    asked.on('error', reject);
    asked.on('socket', (socket) =>
      socket.once('connect', () => {
        const { remoteAddress = '' } = socket;
        if (!allowPrivate && isPrivateAddress(remoteAddress)) asked.destroy(privateFault(url.hostname, remoteAddress));
      }),
    );
    asked.end(body);
  });
}

/** Gives what a name resolves to, or refuses it whole when one of its addresses is private. */
function checkedLookup(resolve: Resolve, allowPrivate: boolean): LookupFunction {
  return (name, options, callback) => {
    const refuse = (error: NodeJS.ErrnoException): void => callback(error, '', 0);
    resolve(name).then((addresses) => {
      const hidden = allowPrivate ? undefined : addresses.find(({ address }) => isPrivateAddress(address));
      const [first] = addresses;
      if (hidden) refuse(privateFault(name, hidden.address));
      else if (!first) refuse(new SourceFault(`${name} has no address`));
      else if (options.all) callback(null, [...addresses]);
      else callback(null, first.address, first.family);
    }, refuse);
  };
}

function privateFault(host: string, address: string): SourceFault {
  return new SourceFault(
    `${host} is the private address ${address}, which is asked only where its source has "allowPrivate": true`,
    { isLasting: true },
  );
}

const UNPACKING = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress };

async function bodyOf(response: IncomingMessage, { maxBytes, maxUnpackedBytes }: AnswerLimits): Promise<Buffer> {
  const encoding = (response.headers['content-encoding'] ?? 'identity').toLowerCase();
  if (encoding === 'identity') return collect(response, maxBytes, '');
  if (!isUnpackable(encoding)) {
    response.destroy();
    throw new SourceFault(`it is packed as ${encoding.slice(0, 40)}, which was not asked for`, { isLasting: true });
  }
  const unpacked = response.pipe(UNPACKING[encoding]());
  let arrived = 0;
  response.on('data', (part: Buffer) => {
    arrived += part.length;
    if (arrived > maxBytes) unpacked.destroy(tooLong(maxBytes, ''));
  });
  response.once('error', (error) => unpacked.destroy(error));
  try {
    return await collect(unpacked, maxUnpackedBytes, ' unpacked');
  } finally {
    response.destroy();
  }
}

function isUnpackable(encoding: string): encoding is keyof typeof UNPACKING {
  return Object.hasOwn(UNPACKING, encoding);
}

async function collect(stream: AsyncIterable<Buffer>, limit: number, how: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of stream) {
    length += part.length;
    if (length > limit) throw tooLong(limit, how);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function tooLong(limit: number, how: string): SourceFault {
  return new SourceFault(`it is longer than ${Math.round(limit / 1e6)} MB${how}`, { isLasting: true });
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refuses connections',
  ECONNRESET: 'ended the connection',
  ENOTFOUND: 'has no address: its name is not known',
  EAI_AGAIN: 'has no address: names cannot be looked up now',
  ETIMEDOUT: 'does not answer',
  EHOSTUNREACH: 'cannot be reached',
  ENETUNREACH: 'cannot be reached',
  HPE_HEADER_OVERFLOW: 'sends headers that are too long',
};

function toFault(error: unknown, { signal, url }: Asking): SourceFault {
  if (error instanceof SourceFault) return error;
  if (signal.aborted) return new SourceFault(`${url.host} did not answer in time`);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('Z_') || code.startsWith('ERR__ERROR_')) {
    return new SourceFault('what it sends is packed wrongly, or cut off');
  }
  return new SourceFault(`${url.host} ${REASONS[code] ?? `cannot be asked (${code || 'unknown reason'})`}`);
}
