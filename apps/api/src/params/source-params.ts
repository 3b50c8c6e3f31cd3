import { MAX_TEXT_LENGTH } from '@corridor/domain';
import { numberParam, type Param, singleText } from './param.ts';

/** A publisher takes up to 300 characters, each of them some in a cursor. */
const MAX_CURSOR_LENGTH = 2_000;

export const sourceParams = {
  q: {
    description: 'Words; each must be in the publisher, title or address.',
    schema: { type: 'string', maxLength: MAX_TEXT_LENGTH },
    read: (texts) => {
      const text = singleText(texts) ?? '';
      if (text.length > MAX_TEXT_LENGTH) throw new RangeError(`has at most ${MAX_TEXT_LENGTH} characters`);
      if (/\p{Cc}|\p{Surrogate}/u.test(text)) throw new RangeError('is one line of text');
      return text;
    },
  } satisfies Param<string>,
  cursor: {
    description: 'Where the page begins: `next` of the page before.',
    schema: { type: 'string', maxLength: MAX_CURSOR_LENGTH },
    read: (texts) => {
      const text = singleText(texts);
      if (text !== undefined && text.length > MAX_CURSOR_LENGTH) throw new RangeError('is not a cursor');
      return text;
    },
  } satisfies Param<string | undefined>,
  limit: numberParam('How many sources a page holds.', { min: 1, max: 200, integer: true, absent: 50 }),
};
