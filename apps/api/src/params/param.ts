/** JSON Schema of one value of a parameter, as far as parameters need it. */
export type ValueSchema = {
  type: 'string' | 'number' | 'integer' | 'boolean';
  enum?: string[];
  default?: string | number;
  format?: string;
  example?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
};

/** A query parameter beyond the filter: how it is described, and how its texts become a value. */
export interface Param<T> {
  readonly description: string;
  readonly schema: ValueSchema;
  readonly repeated?: boolean;
  readonly required?: boolean;
  /** Reads the parameter; `texts` is empty when it is absent. Throws RangeError with words that follow its name. */
  readonly read: (texts: readonly string[]) => T;
}

export type Params = Readonly<Record<string, Param<unknown>>>;
export type ParamValues<P extends Params> = { readonly [K in keyof P]: P[K] extends Param<infer T> ? T : never };

/** The one text of a parameter that is given at most once. */
export function singleText(texts: readonly string[]): string | undefined {
  if (texts.length > 1) throw new RangeError('is given once');
  return texts[0];
}

/** A parameter whose value is one of a closed list. */
export function choiceParam<const V extends string, D extends V | undefined>(
  description: string,
  values: readonly V[],
  absent: D,
): Param<V | D> {
  return {
    description,
    schema: { type: 'string', enum: [...values], ...(absent === undefined ? {} : { default: absent }) },
    read: (texts) => {
      const text = singleText(texts);
      return text === undefined ? absent : choose(text, values);
    },
  };
}

/** A repeated parameter, each value one of a closed list; absent is an empty list. */
export function choicesParam<const V extends string>(description: string, values: readonly V[]): Param<readonly V[]> {
  return {
    description,
    schema: { type: 'string', enum: [...values] },
    repeated: true,
    read: (texts) => [...new Set(texts.map((text) => choose(text, values)))],
  };
}

function choose<V extends string>(text: string, values: readonly V[]): V {
  const found = values.find((value) => value === text);
  if (found === undefined) throw new RangeError(`is one of: ${values.join(', ')}`);
  return found;
}

/** A decimal number within bounds, both included; `absent` makes it optional. */
export function numberParam(
  description: string,
  bounds: { readonly min: number; readonly max: number; readonly integer?: boolean; readonly absent?: number },
): Param<number> {
  const { min, max, integer = false, absent } = bounds;
  const pattern = integer ? /^\d{1,9}$/ : /^-?\d{1,9}(\.\d{1,12})?$/;
  const reason = `is a ${integer ? 'whole ' : ''}number from ${min} to ${max}`;
  return {
    description,
    schema: {
      type: integer ? 'integer' : 'number',
      minimum: min,
      maximum: max,
      ...(absent === undefined ? {} : { default: absent }),
    },
    required: absent === undefined,
    read: (texts) => {
      const text = singleText(texts);
      if (text === undefined && absent !== undefined) return absent;
      if (text === undefined) throw new RangeError(`is needed: it ${reason}`);
      const value = pattern.test(text) ? Number(text) : Number.NaN;
      if (!(value >= min && value <= max)) throw new RangeError(reason);
      return value;
    },
  };
}
