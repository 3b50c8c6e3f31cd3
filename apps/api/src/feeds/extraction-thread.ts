import { setMaxListeners } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Problem } from '@corridor/domain';
import { type Article, articleOfText, type Extraction, type ReadProposal } from '@corridor/extraction';
import { Lane, type LaneLimits } from '../load/lane.ts';
import type { ArticleExtractor, GivenProposal } from './article-extractor.ts';
import type { ExtractionNames } from './extraction-names.ts';
import type { ExtractionAnswer, ExtractionRequest } from './extraction-worker.ts';

export interface ThreadLimits {
  /** For the worker to be ready, in milliseconds: it loads its names. */
  readonly startMs: number;
  /** For one text, from its turn on. */
  readonly readMs: number;
  /** Of the worker's heap. */
  readonly memoryMb: number;
  /** Texts that wait while one is read. */
  readonly queue: Omit<LaneLimits, 'atOnce'>;
}

/** A long article takes half a second; at most four looks at sources and four pastes read at once. */
export const THREAD_LIMITS: ThreadLimits = {
  startMs: 60_000,
  readMs: 10_000,
  memoryMb: 1024,
  queue: { waiting: 16, longestWaitMs: 30_000 },
};

export interface ThreadOptions {
  /** Where extraction-worker.ts is built. */
  readonly worker: URL;
  readonly names: ExtractionNames;
  readonly onError: (error: unknown) => void;
  readonly limits?: ThreadLimits;
}

/**
 * Reads articles in a worker thread, one at a time, so that no text keeps others waiting who ask for something else. The worker
 * starts with the first text; one that takes too long, or too much memory, fails, and the next gets a new worker.
 */
export class ExtractionThread implements ArticleExtractor {
  readonly #options: ThreadOptions;
  readonly #limits: ThreadLimits;
  readonly #lane: Lane;
  readonly #stopping = new AbortController();
  #worker: Worker | null = null;

  constructor(options: ThreadOptions) {
    this.#options = options;
    this.#limits = options.limits ?? THREAD_LIMITS;
    this.#lane = new Lane({ atOnce: 1, ...this.#limits.queue });
    // Everybody in the queue listens.
    setMaxListeners(0, this.#stopping.signal);
  }

  articleOfText(text: string, known: { readonly published: string | null }): Article {
    return articleOfText(text, known);
  }

  async readArticle(html: string, address: string): Promise<Article> {
    return asArticle(await this.#read({ kind: 'page', html, address }));
  }

  async extractDrafts(article: Article): Promise<Extraction> {
    return asExtraction(await this.#read({ kind: 'drafts', article }));
  }

  async readProposal(proposal: GivenProposal): Promise<ReadProposal> {
    return asProposal(await this.#read({ kind: 'proposal', proposal }));
  }

  /** Ends the worker, and what it reads with it. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#end();
  }

  async #read(request: ExtractionRequest): Promise<unknown> {
    const leave = await this.#lane.enter(this.#stopping.signal);
    try {
      const said = await this.#exchange(await this.#running(), request);
      if ('failed' in said) throw new Error(said.failed);
      return said.answer;
    } finally {
      leave();
    }
  }

  async #running(): Promise<Worker> {
    if (this.#worker) return this.#worker;
    if (this.#stopping.signal.aborted) throw notReady();
    const { names, worker: address } = this.#options;
    const { memoryMb, startMs } = this.#limits;
    try {
      // What reads hostile texts sees nothing of the environment.
      const worker = new Worker(address, {
        ...{ workerData: names, name: 'extraction', env: {} },
        resourceLimits: { maxOldGenerationSizeMb: memoryMb },
      });
      // Also between two texts: an error without a listener would end the server.
      worker.on('error', () => undefined);
      worker.on('exit', () => {
        if (this.#worker === worker) this.#worker = null;
      });
      this.#worker = worker;
      await nextMessage(worker, startMs);
      return worker;
    } catch (error) {
      await this.#end();
      if (!this.#stopping.signal.aborted) this.#options.onError(error);
      throw notReady();
    }
  }

  async #exchange(worker: Worker, request: ExtractionRequest): Promise<ExtractionAnswer> {
    try {
      const answer = nextMessage(worker, this.#limits.readMs);
      worker.postMessage(request);
      return asAnswer(await answer);
    } catch (error) {
      await this.#end();
      throw error;
    }
  }

  async #end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}

function notReady(): Problem {
  return new Problem('not-ready', 'Articles cannot be read now; try again in a few seconds.');
}

/** The next thing that a worker says. Rejects in the words for a text that cannot be read. */
function nextMessage(worker: Worker, limitMs: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      worker.off('message', take).off('error', fail).off('exit', end);
      act();
    };
    const take = (message: unknown) => settle(() => resolve(message));
    const fail = (error: Error) => settle(() => reject(failure(error)));
    const end = () => settle(() => reject(new Error('it was not read to its end: the reader was stopped')));
    const giveUp = () => settle(() => reject(new Error(`reading it takes more than ${limitMs / 1000} seconds`)));
    const timer = setTimeout(giveUp, limitMs);
    worker.on('message', take).on('error', fail).on('exit', end);
  });
}

function failure(error: Error): Error {
  const isFull = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return new Error(isFull ? 'reading it takes too much memory' : `it cannot be read: ${error.message}`, {
    cause: error,
  });
}

/** Guarantee of the casts below: the worker answers one request at a time, with what its kind asks for. */
function asAnswer(message: unknown): ExtractionAnswer {
  return message as ExtractionAnswer;
}
function asArticle(answer: unknown): Article {
  return answer as Article;
}
function asExtraction(answer: unknown): Extraction {
  return answer as Extraction;
}
function asProposal(answer: unknown): ReadProposal {
  return answer as ReadProposal;
}
