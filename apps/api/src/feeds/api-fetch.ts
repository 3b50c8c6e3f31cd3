import { ApiFault, type ApiFetch } from '@corridor/importers';
import { askHost } from './ask-host.ts';
import { resolveBySystem } from './resolve-by-system.ts';
import { AGENT } from './robots-rules.ts';
import { SourceFault } from './source-fault.ts';
import { withinTime } from './within-time.ts';

const LIMIT = 64 * 1_048_576;
const LIMITS = { maxBytes: LIMIT, maxUnpackedBytes: LIMIT };
const LONGEST_MS = 300_000;

/**
 * Asks an API that the operator has credentials of: an answer of 64 MiB at most, all of it within five minutes. The address is
 * the operator's own, so that it may be a private one.
 */
export const apiFetch: ApiFetch = async (address, { body, headers }) => {
  const asking = {
    url: new URL(address),
    headers: { ...headers, 'User-Agent': `${AGENT}/1`, 'Accept-Encoding': 'gzip, deflate, br' },
    ...(body !== undefined && { body }),
    ...{ allowPrivate: true, limits: LIMITS, resolve: resolveBySystem },
  };
  try {
    const answer = await withinTime(LONGEST_MS, null, (signal) => askHost({ ...asking, signal }));
    const { header, status } = answer;
    return { status, headers: { get: (name) => header(name.toLowerCase()) || null }, body: only(answer.body) };
  } catch (error) {
    if (error instanceof SourceFault && error.isLasting) throw new ApiFault('unexpected', error.message);
    throw error;
  }
};

async function* only(piece: Uint8Array): AsyncGenerator<Uint8Array> {
  yield piece;
}
