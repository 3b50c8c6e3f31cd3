import type { ProposalPrompt } from '@corridor/extraction';
import { z } from 'zod';
import { type Answer, type AnswerLimits, askHost, type Resolve } from './ask-host.ts';
import { SourceFault } from './source-fault.ts';
import { withinTime } from './within-time.ts';

/** An endpoint that speaks as OpenAI's does, and that the operator set. */
export interface ProposalSettings {
  /** Under which `/chat/completions` is; without a slash at its end. */
  readonly url: string;
  readonly model: string;
  readonly key: string | undefined;
  /** For one article, with the second attempt. */
  readonly longestMs: number;
}

export interface ProposerOptions extends ProposalSettings {
  readonly resolve: Resolve;
  readonly stopping: AbortSignal;
  readonly onFailure: (fault: SourceFault) => void;
  /** For how long it is left alone after a failure, so that articles do not wait for it one by one. */
  readonly restMs?: number;
}

const LIMITS: AnswerLimits = { maxBytes: 500_000, maxUnpackedBytes: 1_000_000 };
const REST_MS = 60_000;

/** Asks a model of the operator's for values that an article tells. Nothing else is asked, and no redirect is followed. */
export class Proposer {
  readonly #options: ProposerOptions;
  #restsUntil = 0;

  constructor(options: ProposerOptions) {
    this.#options = options;
  }

  get model(): string {
    return this.#options.model;
  }

  /** What the model says, which nothing is known of. Rejects with SourceFault. */
  async ask(prompt: ProposalPrompt): Promise<string> {
    if (performance.now() < this.#restsUntil) throw new SourceFault('it failed a moment ago, and is asked again later');
    const { longestMs, onFailure, restMs = REST_MS, stopping } = this.#options;
    try {
      return saidIn(await withinTime(longestMs, stopping, (signal) => this.#answer(prompt, signal)));
    } catch (error) {
      if (!(error instanceof SourceFault)) throw error;
      this.#restsUntil = performance.now() + restMs;
      onFailure(error);
      throw error;
    }
  }

  /** A second attempt where the first failed in a way that may pass, or for what not every server and model knows. */
  async #answer(prompt: ProposalPrompt, signal: AbortSignal): Promise<Answer> {
    const first = await this.#send(strictRequest(prompt), signal).catch((error: unknown) => {
      if (!(error instanceof SourceFault) || error.isLasting || signal.aborted) throw error;
      return null;
    });
    if (first === null || first.status === 429 || first.status >= 500) return this.#send(strictRequest(prompt), signal);
    if (first.status === 400 || first.status === 422) return this.#send(plainRequest(prompt), signal);
    return first;
  }

  #send(request: object, signal: AbortSignal): Promise<Answer> {
    const { key, model, resolve, url } = this.#options;
    return askHost({
      url: new URL(`${url}/chat/completions`),
      // It is the operator who chose it.
      allowPrivate: true,
      ...{ resolve, signal, limits: LIMITS },
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        'Accept-Encoding': 'gzip, deflate, br',
        ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ model, stream: false, ...request }),
    });
  }
}

function messagesOf({ system, user }: ProposalPrompt) {
  return [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ];
}

function strictRequest(prompt: ProposalPrompt): object {
  const schema = { name: 'proposals', strict: true, schema: prompt.schema };
  return {
    messages: messagesOf(prompt),
    temperature: 0,
    response_format: { type: 'json_schema', json_schema: schema },
  };
}

/** Without a schema that is enforced, it is told in words. */
function plainRequest(prompt: ProposalPrompt): object {
  const system = `${prompt.system}\nThe schema: ${JSON.stringify(prompt.schema)}`;
  return { messages: messagesOf({ ...prompt, system }), response_format: { type: 'json_object' } };
}

const completionSchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

function saidIn({ body, status }: Answer): string {
  if (status >= 300 && status < 400) throw new SourceFault('it redirects, which is not followed');
  if (status !== 200) throw new SourceFault(`it answers with status ${status}`);
  const [choice] = parseCompletion(body.toString('utf8')).choices;
  return choice?.message.content ?? '';
}

function parseCompletion(text: string): z.output<typeof completionSchema> {
  try {
    return completionSchema.parse(JSON.parse(text));
  } catch {
    throw new SourceFault('its answer is no chat completion');
  }
}
