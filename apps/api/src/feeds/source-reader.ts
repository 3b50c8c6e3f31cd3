import { type AnswerLimits, askHost, type Resolve } from './ask-host.ts';
import { decodeBody } from './decode-body.ts';
import { HostPace } from './host-pace.ts';
import type { ListedHosts } from './listed-hosts.ts';
import { AGENT, RobotsRules } from './robots-rules.ts';
import { SourceFault } from './source-fault.ts';
import { withinTime } from './within-time.ts';

export interface ReaderLimits extends AnswerLimits {
  /** For each request, with its redirects. */
  readonly longestMs: number;
  /** Between two requests to one host; its robots.txt may want more. */
  readonly gapMs: number;
}

export const READER_LIMITS: ReaderLimits = {
  maxBytes: 5_000_000,
  maxUnpackedBytes: 10_000_000,
  longestMs: 20_000,
  gapMs: 2_000,
};

const MAX_REDIRECTS = 5;

export interface Validators {
  readonly etag: string;
  readonly lastModified: string;
}

export interface ReadText extends Validators {
  readonly text: string;
}

interface ReadOptions {
  /** Null asks for all of it, whether it changed or not. */
  readonly known?: Validators | null;
  readonly signal?: AbortSignal;
}

export interface ReaderOptions {
  readonly hosts: ListedHosts;
  readonly resolve: Resolve;
  readonly limits: ReaderLimits;
  readonly stopping: AbortSignal;
}

/** Reads what listed hosts serve, as politely as they ask. Everything that this program asks of sources goes through one. */
export class SourceReader {
  readonly #options: ReaderOptions;
  readonly #pace = new HostPace();
  readonly #robots: RobotsRules;

  constructor(options: ReaderOptions) {
    this.#options = options;
    this.#robots = new RobotsRules(async (url) => {
      const { body, status } = await this.#follow(url, { Accept: 'text/plain' }, options.limits.gapMs);
      return { status, text: body.toString('utf8') };
    });
  }

  /** Whether an address is one that would be asked at all. */
  isListed(address: string): boolean {
    return URL.canParse(address) && this.#options.hosts.has(new URL(address).host);
  }

  /** The text at an address; null where it is as the validators say. `signal` ends it early. Throws SourceFault. */
  async read(address: string, accept: string, { known = null, signal }: ReadOptions = {}): Promise<ReadText | null> {
    const url = new URL(address);
    this.#checkListed(url);
    const crawlDelay = await this.#robots.check(url);
    const headers = {
      Accept: accept,
      ...(known && known.etag !== '' ? { 'If-None-Match': known.etag } : {}),
      ...(known && known.lastModified !== '' ? { 'If-Modified-Since': known.lastModified } : {}),
    };
    const gapMs = Math.max(this.#options.limits.gapMs, crawlDelay);
    const { body, header, status } = await this.#follow(url, headers, gapMs, signal);
    if (status === 304 && known !== null) return null;
    if (status !== 200) throw statusFault(status, header('retry-after'));
    return {
      text: decodeBody(body, header('content-type')),
      etag: validator(header('etag')),
      lastModified: validator(header('last-modified')),
    };
  }

  /** The answer at the end of the redirects, each of which leads to a listed host that lets itself be read. */
  async #follow(start: URL, headers: Readonly<Record<string, string>>, gapMs: number, ending?: AbortSignal) {
    const { hosts, limits, resolve, stopping } = this.#options;
    const end = ending ? AbortSignal.any([stopping, ending]) : stopping;
    let url = start;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const allowPrivate = hosts.get(url.host)?.allowPrivate === true;
      await this.#pace.turn(url.host, gapMs, end).catch(() => {
        throw new SourceFault(`${url.host} had no time left to be asked`);
      });
      const asking = {
        ...{ url, allowPrivate, resolve, limits },
        headers: { ...headers, 'User-Agent': `${AGENT}/1`, 'Accept-Encoding': 'gzip, deflate, br' },
      };
      const answer = await withinTime(limits.longestMs, end, (signal) => askHost({ ...asking, signal }));
      if (![301, 302, 303, 307, 308].includes(answer.status)) return answer;
      url = this.#target(url, answer.header('location'));
      if (url.pathname !== '/robots.txt') await this.#robots.check(url);
    }
    throw new SourceFault(`it redirects more than ${MAX_REDIRECTS} times`, { isLasting: true });
  }

  #target(from: URL, location: string): URL {
    if (location === '' || !URL.canParse(location, from.href)) {
      throw new SourceFault('it redirects to nowhere', { isLasting: true });
    }
    const target = new URL(location, from);
    this.#checkListed(target, 'it redirects to ');
    return target;
  }

  #checkListed(url: URL, how = ''): void {
    if (url.protocol !== 'http:' && url.protocol !== 'https:') {
      throw new SourceFault(`${how}${url.protocol}, which is not http(s)`, { isLasting: true });
    }
    if (!this.#options.hosts.has(url.host)) {
      const reason = `${how}${url.host}, a host that SOURCES_FILE does not list`;
      throw new SourceFault(reason, { isLasting: true });
    }
  }
}

function statusFault(status: number, retryAfter: string): SourceFault {
  const isLasting = status >= 400 && status < 500 && status !== 408 && status !== 425 && status !== 429;
  return new SourceFault(`it answers with status ${status}`, {
    isLasting,
    retryAfter: /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : null,
  });
}

/** A validator is sent back as it came: one line that is not too long, else none. */
function validator(text: string): string {
  return /^[\x20-\x7e]{1,500}$/.test(text) ? text : '';
}
