import { HOSTILE_BODIES, HOSTILE_HEADERS, HOSTILE_JSON, HOSTILE_TEXTS } from './hostile-values.ts';
import type { ApiDocument, Operation, Parameter } from './operations.ts';
import { type SeenValues, ValueMaker } from './value-maker.ts';

export interface FuzzRequest {
  readonly method: string;
  /** Path and query, as sent. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
  /** As the document has it; null for a request that no operation asks for. */
  readonly operation: Operation | null;
}

/** Requests for these cost more than for others: they are asked for less often. */
const HEAVY = /^\/v1\/(incidents\.|table\.arrow|events)/;
const METHODS = ['PUT', 'DELETE', 'PATCH', 'POST', 'OPTIONS', 'GET', 'HEAD'];

/** Makes requests from the document: each is as it should be, but for what chance puts into it. */
export class RequestMaker {
  readonly #random: () => number;
  readonly #operations: readonly Operation[];
  readonly #values: ValueMaker;
  readonly #seen: SeenValues;

  constructor(random: () => number, { operations, schemas }: ApiDocument, seen: SeenValues) {
    this.#random = random;
    this.#operations = operations;
    this.#seen = seen;
    this.#values = new ValueMaker({ random, schemas, seen });
  }

  make(): FuzzRequest {
    if (this.#chance(0.02)) return this.#stray();
    const operation = this.#operation();
    const query = this.#query(operation);
    const target = `${this.#path(operation)}${query === '' ? '' : `?${query}`}`;
    const body = operation.body === null ? null : this.#body(operation.body);
    const method = this.#chance(0.02) ? this.#one(METHODS) : operation.method;
    const sendsBody = body !== null && !['GET', 'HEAD'].includes(method);
    return {
      ...{ method, target, operation },
      headers: this.#headers(operation, sendsBody),
      body: sendsBody ? body : null,
    };
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }

  #one<T>(values: readonly [T, ...T[]] | readonly T[]): T {
    const value = values[Math.floor(this.#random() * values.length)];
    if (value === undefined) throw new RangeError('Expected something to choose from');
    return value;
  }

  #operation(): Operation {
    const operation = this.#one(this.#operations);
    return HEAVY.test(operation.path) && this.#chance(0.7) ? this.#operation() : operation;
  }

  /** Asks for what is not there. */
  #stray(): FuzzRequest {
    const text = this.#one(HOSTILE_TEXTS);
    const target = this.#one([`/${text}`, `/v1/${text}`, `/v1/incidents/${text}`, `/docs/${text}`, `/assets/${text}`]);
    return { method: this.#one(METHODS), target: this.#encode(target), headers: {}, body: null, operation: null };
  }

  #path({ parameters, path }: Operation): string {
    const first = path.indexOf('{');
    return path.replaceAll(/\{(\w+)\}/g, (_, name: string, at: number) => {
      const parameter = parameters.find((one) => one.in === 'path' && one.name === name);
      const known = this.#seen.pick(at === first ? `${path.slice(0, first)}{id}` : name);
      if (this.#chance(0.15)) return this.#encode(this.#one(HOSTILE_TEXTS).slice(0, 3000), '/?#');
      return encodeURIComponent(String(known ?? this.#values.make(parameter?.schema ?? {}, name)));
    });
  }

  #query({ parameters }: Operation): string {
    const declared = parameters.filter((parameter) => parameter.in === 'query');
    const many = declared.length > 6 ? 0.12 : 0.5;
    const taken = declared.filter(({ required }) => (required ? this.#chance(0.95) : this.#chance(many)));
    const pairs = taken.flatMap((parameter) => {
      const pair = this.#pair(parameter);
      return this.#chance(0.05) ? [pair, this.#chance(0.5) ? pair : this.#pair(parameter)] : [pair];
    });
    if (this.#chance(0.04)) pairs.push(`${this.#encode(this.#one(HOSTILE_TEXTS).slice(0, 200), '&=#')}=1`);
    if (this.#chance(0.02)) pairs.push(...Array.from({ length: 300 }, (_, index) => `x${index}=${index}`));
    return pairs.join('&');
  }

  #pair({ name, schema }: Parameter): string {
    const text = this.#chance(0.3) ? this.#one(HOSTILE_TEXTS) : plainText(this.#values.make(schema, name));
    return `${name}=${this.#encode(text, '&=#+')}`;
  }

  #headers({ parameters, method }: Operation, sendsBody: boolean): Record<string, string> {
    const headers: Record<string, string> = {};
    if (!this.#chance(0.03)) headers['Sec-Fetch-Site'] = 'same-origin';
    if (sendsBody) headers['Content-Type'] = 'application/json';
    if (method === 'PATCH' || method === 'POST') {
      if (this.#chance(0.7)) headers['If-Match'] = `"${String(this.#seen.pick('version') ?? 1)}"`;
      if (this.#chance(0.2)) headers['Idempotency-Key'] = `key-${Math.floor(this.#random() * 1e6)}`.padEnd(8, '0');
    }
    for (const { name, schema } of parameters.filter((one) => one.in === 'header')) {
      if (!(name in headers) && this.#chance(0.8)) headers[name] = sendable(plainText(this.#values.make(schema, name)));
    }
    for (let extra = 0; extra < 3 && this.#chance(0.12); extra++) {
      const [name, value] = this.#one(HOSTILE_HEADERS);
      headers[name] = value;
    }
    return headers;
  }

  #body(schema: Operation['body']): Buffer {
    if (this.#chance(0.08)) return Buffer.from(this.#one(HOSTILE_BODIES));
    const value = this.#values.make(schema ?? {}, 'body');
    if (this.#chance(0.35)) return Buffer.from(JSON.stringify(value));
    return Buffer.from(this.#spoil(value, 1 + Math.floor(this.#random() * 2)));
  }

  /** The JSON of a value of which some parts are hostile, missing, of another type or unknown. */
  #spoil(value: unknown, times: number): string {
    const marks = new Map<string, string>();
    let spoilt = value;
    for (let time = 0; time < times; time++) {
      const mark = `spoilt-${time}-${Math.floor(this.#random() * 1e9)}`;
      marks.set(
        JSON.stringify(mark),
        this.#chance(0.6) ? JSON.stringify(this.#one(HOSTILE_TEXTS)) : this.#one(HOSTILE_JSON),
      );
      spoilt = this.#replacePart(spoilt, mark);
    }
    let text = JSON.stringify(spoilt) ?? 'null';
    for (const [mark, hostile] of marks) text = text.replace(mark, () => hostile);
    return text;
  }

  #replacePart(value: unknown, mark: string): unknown {
    if (typeof value !== 'object' || value === null || this.#chance(0.1)) return mark;
    if (Array.isArray(value)) {
      if (value.length === 0 || this.#chance(0.2)) return [...value, mark];
      const at = Math.floor(this.#random() * value.length);
      return value.map((item: unknown, index) => (index === at ? this.#replacePart(item, mark) : item));
    }
    const entries: [string, unknown][] = Object.entries(value);
    if (entries.length === 0 || this.#chance(0.1)) {
      return Object.fromEntries([...entries, [this.#one(HOSTILE_TEXTS).slice(0, 500), mark]]);
    }
    const at = Math.floor(this.#random() * entries.length);
    if (this.#chance(0.15)) return Object.fromEntries(entries.filter((_, index) => index !== at));
    return Object.fromEntries(
      entries.map(([name, part], index) => [name, index === at ? this.#replacePart(part, mark) : part]),
    );
  }

  /** Percent-encoded, or now and then as it stands as far as a request line can hold it, or broken. */
  #encode(text: string, reserved = ''): string {
    if (this.#chance(0.06))
      return `${encoded(text, reserved)}${this.#one(['%', '%Z', '%ff', '%00', '%ed%a0%80', '%c0%af'])}`;
    return encoded(text, reserved).slice(0, 60_000);
  }
}

/** Everything that a request line cannot hold is encoded, and what would end the part that this stands in. */
function encoded(text: string, reserved: string): string {
  const wellFormed = text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
  return encodeURI(wellFormed)
    .replaceAll(/[&=#+/?]/g, (letter) => (reserved.includes(letter) ? encodeURIComponent(letter) : letter))
    .replaceAll('\\', '%5C');
}

function plainText(value: unknown): string {
  return typeof value === 'string'
    ? value
    : Array.isArray(value)
      ? value.map(String).join(',')
      : (JSON.stringify(value) ?? '');
}

/** What Node’s client lets into a header. */
function sendable(text: string): string {
  return text.replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '?').slice(0, 8000);
}
