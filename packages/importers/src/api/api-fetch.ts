/** What is needed of an answer; the one of `fetch` is one. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: AsyncIterable<Uint8Array> | null;
}

export interface ApiRequest {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The only way to the network. It rejects where no answer comes, and follows no redirection. */
export type ApiFetch = (address: string, request: ApiRequest) => Promise<ApiAnswer>;

/** Neither Node nor the browser is known here. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

/**
 * `credentials`: the source takes them not, or not for this. `refused`: it takes the request not. `unreachable`: no whole
 * answer came, however often it was asked. `unexpected`: what came is not what the source's API is described to give.
 */
export type ApiFaultCode = 'credentials' | 'refused' | 'unreachable' | 'unexpected';

/** Its message names the source and what it said, and never a secret. */
export class ApiFault extends Error {
  override readonly name = 'ApiFault';
  readonly code: ApiFaultCode;

  constructor(code: ApiFaultCode, message: string) {
    super(message);
    this.code = code;
  }
}
