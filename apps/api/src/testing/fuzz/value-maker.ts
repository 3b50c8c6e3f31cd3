import fc from 'fast-check';
import type { JsonSchema } from './operations.ts';

/** Values that a request can name something with, by where they were seen. */
export interface SeenValues {
  /** One of the values of a name that an answer had, or null where none had it. */
  pick(name: string): unknown;
}

export interface ValueMakerSettings {
  readonly random: () => number;
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  readonly seen: SeenValues;
}

const MAX_DEPTH = 8;

/** Makes values that a schema accepts, as far as it says what it accepts. */
export class ValueMaker {
  readonly #settings: ValueMakerSettings;

  constructor(settings: ValueMakerSettings) {
    this.#settings = settings;
  }

  /** `name` is what the value is called where it stands: what an answer called the same is often taken. */
  make(given: JsonSchema, name: string, depth = 0): unknown {
    const { random, seen } = this.#settings;
    const schema = this.#resolve(given);
    if ('const' in schema) return schema.const;
    if (Array.isArray(schema.enum)) return this.#one(schema.enum);
    const choices = listOf(schema.anyOf ?? schema.oneOf);
    if (choices.length > 0) return this.make(this.#one(choices) ?? {}, name, depth + 1);
    const parts = listOf(schema.allOf);
    if (parts.length > 0) return this.make(Object.assign({}, ...parts.map((part) => this.#resolve(part))), name, depth);
    const type = Array.isArray(schema.type) ? this.#one(schema.type) : schema.type;
    if (type === 'null') return null;
    if (type === 'boolean') return random() < 0.5;
    if (type === 'integer' || type === 'number') return this.#number(schema, type === 'integer');
    if (type === 'array') return this.#array(schema, name, depth);
    if (type === 'object' || isSchema(schema.properties)) return this.#object(schema, depth);
    if (type !== 'string') return seen.pick(name) ?? name;
    const known = random() < 0.7 ? seen.pick(name) : null;
    return typeof known === 'string' ? known : this.#text(schema, name);
  }

  #resolve(schema: JsonSchema): JsonSchema {
    const name = typeof schema.$ref === 'string' ? schema.$ref.replace('#/components/schemas/', '') : null;
    return name === null ? schema : (this.#settings.schemas[name] ?? {});
  }

  #one<T>(values: readonly T[]): T | undefined {
    return values[Math.floor(this.#settings.random() * values.length)];
  }

  #number(schema: JsonSchema, whole: boolean): number {
    const least = numberOf(schema.minimum, numberOf(schema.exclusiveMinimum, -1000));
    const most = numberOf(schema.maximum, numberOf(schema.exclusiveMaximum, Math.max(least, 0) + 1000));
    const value = least + this.#settings.random() * (Math.min(most, least + 1e6) - least);
    return whole ? Math.round(value) : value;
  }

  #array(schema: JsonSchema, name: string, depth: number): unknown[] {
    const least = numberOf(schema.minItems, 0);
    const most = Math.min(numberOf(schema.maxItems, 3), least + 3);
    const count = depth > MAX_DEPTH ? least : least + Math.floor(this.#settings.random() * (most - least + 1));
    const tuple = listOf(schema.prefixItems);
    if (tuple.length > 0) return tuple.map((item) => this.make(item, name, depth + 1));
    const items = isSchema(schema.items) ? schema.items : {};
    return Array.from({ length: count }, () => this.make(items, name.replace(/s$/, ''), depth + 1));
  }

  #object(schema: JsonSchema, depth: number): Record<string, unknown> {
    const required = new Set(Array.isArray(schema.required) ? schema.required : []);
    const properties = isSchema(schema.properties) ? Object.entries(schema.properties) : [];
    const taken = properties.filter(
      ([name]) => required.has(name) || (depth <= MAX_DEPTH && this.#settings.random() < 0.5),
    );
    return Object.fromEntries(
      taken.map(([name, part]) => [name, isSchema(part) ? this.make(part, name, depth + 1) : 0]),
    );
  }

  #text(schema: JsonSchema, name: string): string {
    const { random } = this.#settings;
    const pattern = typeof schema.pattern === 'string' ? patternOf(schema.pattern) : null;
    const plain =
      PLAIN[typeof schema.format === 'string' ? schema.format : ''] ?? `${name} ${Math.floor(random() * 1e6)}`;
    if (pattern === null || pattern.test(plain)) return fitted(plain, schema);
    const fitting = EXAMPLES.filter((text) => pattern.test(text));
    if (fitting.length > 0) return this.#one(fitting) ?? '';
    return this.#matching(pattern) ?? plain;
  }

  /** Null for a pattern of a kind that fast-check makes nothing of: one that looks ahead. */
  #matching(pattern: RegExp): string | null {
    try {
      const seed = Math.floor(this.#settings.random() * 2 ** 31);
      return fc.sample(fc.stringMatching(pattern), { numRuns: 1, seed })[0] ?? null;
    } catch {
      return null;
    }
  }
}

const PLAIN: Readonly<Record<string, string>> = {
  date: '2024-03-01',
  'date-time': '2024-03-01T06:00:00.000Z',
  email: 'somebody@harbour.example',
  uri: 'https://example.org/report',
  uuid: '0190a6d0-0000-7000-8000-000000000000',
};

const EXAMPLES: readonly string[] = [...Object.values(PLAIN), '1', '10', '60,20,70,30', 'box:60,20,70,30', '/map'];

function fitted(text: string, schema: JsonSchema): string {
  const least = numberOf(schema.minLength, 0);
  const most = numberOf(schema.maxLength, Number.POSITIVE_INFINITY);
  return text.padEnd(Math.min(least, 5000), 'x').slice(0, most);
}

/** Patterns that cannot be read here (flags are not part of JSON schema) are no pattern. */
function patternOf(source: string): RegExp | null {
  for (const flags of ['u', '']) {
    try {
      return new RegExp(source, flags);
    } catch {
      // The next.
    }
  }
  return null;
}

function numberOf(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly JsonSchema[] {
  return Array.isArray(value) ? value.filter(isSchema) : [];
}
