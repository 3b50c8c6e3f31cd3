import type { InvalidParameter } from '@corridor/domain';
import { type CheckedForm, checkForm, type Fault } from './values/check-form.ts';
import type { FormValues } from './values/form-values.ts';

/** A fault that the server found, in its words. */
export interface Refusal {
  readonly path: string;
  readonly words: string;
}
export type FieldFault = Fault | Refusal;
export type Faults = ReadonlyMap<string, FieldFault>;

const NO_FAULTS: Faults = new Map();

/**
 * What stands in a form and what is wrong with it. Who reads a part is told when that part changes. Nothing is called
 * wrong before the first attempt to save; from then on each change is checked.
 */
export class FormStore {
  readonly #rules: { readonly withReason: boolean };
  #values: FormValues;
  #faults: Faults = NO_FAULTS;
  #refusals: readonly Refusal[] = [];
  #attempted = false;
  readonly #listeners = new Set<() => void>();

  constructor(values: FormValues, rules: { readonly withReason: boolean }) {
    this.#values = values;
    this.#rules = rules;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly values = (): FormValues => this.#values;
  readonly faults = (): Faults => this.#faults;

  readonly set = <K extends keyof FormValues>(part: K, value: FormValues[K]): void => {
    this.replace({ ...this.#values, [part]: value }, part);
  };

  /** Puts other values in; what the server has said of the part that is changed is out of date then. */
  replace(values: FormValues, part?: keyof FormValues): void {
    this.#values = values;
    this.#refusals = part === undefined ? [] : this.#refusals.filter(({ path }) => path.split('.')[0] !== part);
    if (this.#attempted) this.#check();
    this.#tell();
  }

  /** Checks all of it, and shows what is wrong from now on. */
  attempt(): CheckedForm {
    this.#attempted = true;
    this.#refusals = [];
    const checked = this.#check();
    this.#tell();
    return checked;
  }

  /** Shows what the server has against it. */
  refuse(invalid: readonly InvalidParameter[]): void {
    this.#attempted = true;
    this.#refusals = invalid.map(({ name, reason }) => ({ path: fieldPath(name), words: reason }));
    this.#check();
    this.#tell();
  }

  #check(): CheckedForm {
    const checked = checkForm(this.#values, this.#rules);
    const own = checked.ok ? [] : checked.faults;
    this.#faults = new Map([...this.#refusals, ...own].map((fault) => [fault.path, fault]));
    return checked;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** The field that the server means: `changes.sources.0.url` is `sources.0.url`, and a range is shown at its best figure. */
function fieldPath(name: string): string {
  const path = name.replace(/^(body|changes|draft)\./, '').replaceAll(/\[(\d+)\]/g, '.$1');
  if (/^casualties\.[A-Za-z]+$|^claims\.\d+\.toll$/.test(path)) return `${path}.best`;
  if (path === 'occurred') return 'occurred.start';
  if (path.startsWith('targetedSites.')) return 'targetedSites';
  return path === 'place' ? 'place.name' : path;
}
