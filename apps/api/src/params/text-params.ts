import { filterParamSchemas, MAX_TEXT_LENGTH } from '@corridor/domain';
import { type Param, singleText } from './param.ts';

const MAX_KEYS = 500;
const MAX_KEY = 2 ** 31 - 1;

export const keysParam: Param<readonly number[]> = {
  description: `Keys of incidents with commas between, at most ${MAX_KEYS}.`,
  schema: { type: 'string', example: '1,2,3' },
  required: true,
  read: (texts) => {
    const parts = (singleText(texts) ?? '').split(',');
    if (parts.length > MAX_KEYS) throw new RangeError(`has at most ${MAX_KEYS} keys`);
    const keys = parts.map((part) => (/^[1-9]\d{0,9}$/.test(part) ? Number(part) : Number.NaN));
    if (!keys.every((key) => key <= MAX_KEY)) throw new RangeError('is whole numbers from 1 with commas between');
    return [...new Set(keys)];
  },
};

/** As the filter's `q`, but needed. */
export const wordsParam: Param<string> = {
  description: 'Words; each must begin a word of the title, summary, place or an actor.',
  schema: { type: 'string', minLength: 1, maxLength: MAX_TEXT_LENGTH },
  required: true,
  read: (texts) => {
    if (texts.length === 0) throw new RangeError('is needed: words to look for');
    const result = filterParamSchemas.q.safeParse([...texts]);
    if (!result.success) throw new RangeError(result.error.issues[0]?.message ?? 'is not valid');
    return result.data;
  },
};
