import type { SeenValues } from './value-maker.ts';

/** Of each name, as many as are kept. */
const KEPT = 60;
const MAX_TEXT = 300;

/**
 * What answers have said, by the name they said it under: an id, a version, a cursor. What is said under `items` of a path
 * is an id of that path as well, so that `/v1/sites/{id}` is asked for sites.
 */
export class ValuePool implements SeenValues {
  readonly #random: () => number;
  readonly #values = new Map<string, unknown[]>();

  constructor(random: () => number) {
    this.#random = random;
  }

  pick(name: string): unknown {
    const values = this.#values.get(name) ?? [];
    return values[Math.floor(this.#random() * values.length)] ?? null;
  }

  /** Takes from the text of an answer to `path` what it names. */
  learn(path: string, text: string): void {
    try {
      this.#walk(JSON.parse(text), path, 0);
    } catch {
      // No JSON: nothing to learn.
    }
  }

  #walk(value: unknown, path: string, depth: number): void {
    if (depth > 8 || typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const item of value.slice(0, 20)) this.#walk(item, path, depth + 1);
      return;
    }
    for (const [name, part] of Object.entries(value)) {
      if (typeof part === 'number' || (typeof part === 'string' && part.length <= MAX_TEXT)) {
        this.#keep(name, part);
        if (name === 'id') this.#keep(`${path}/{id}`, part);
      } else if (Array.isArray(part) && part.every((item) => typeof item === 'string')) {
        for (const item of part.slice(0, 20)) this.#keep(name.replace(/s$/, ''), item);
      } else this.#walk(part, path, depth + 1);
    }
  }

  #keep(name: string, value: unknown): void {
    const values = this.#values.get(name) ?? [];
    if (values.length < KEPT) values.push(value);
    else values[Math.floor(this.#random() * KEPT)] = value;
    this.#values.set(name, values);
  }
}
