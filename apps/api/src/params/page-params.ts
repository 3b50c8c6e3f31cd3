import { createHash } from 'node:crypto';
import { DEFAULT_SORT, type Filter, SORT_KEYS, type Sort, toFilterQuery } from '@corridor/domain';
import { numberParam, type Param, singleText } from './param.ts';

const MAX_PAGE = 500;

const SORT_TEXTS = SORT_KEYS.flatMap((key) => [key, `-${key}`]);

export const sortParam: Param<Sort> = {
  description: 'Order; with `-` in front, descending. Ties go by date, newest first, then by id.',
  schema: { type: 'string', enum: SORT_TEXTS, default: '-date' },
  read: (texts) => {
    const text = singleText(texts);
    if (text === undefined) return DEFAULT_SORT;
    const by = SORT_KEYS.find((key) => key === text.replace(/^-/, ''));
    if (by === undefined) throw new RangeError(`is one of: ${SORT_TEXTS.join(', ')}`);
    return { by, descending: text.startsWith('-') };
  },
};

export const pageParams = {
  limit: numberParam('How many incidents a page holds.', { min: 1, max: MAX_PAGE, integer: true, absent: 100 }),
  cursor: {
    description:
      'Where the page begins: `next` of the page before. It belongs to one filter, order and revision and is refused with any other, so that pages never overlap or leave a gap.',
    schema: { type: 'string', maxLength: 100 },
    read: singleText,
  } satisfies Param<string | undefined>,
  sort: sortParam,
};

/** What a cursor must agree with. */
export interface PageView {
  readonly filter: Filter;
  readonly sort: Sort;
  readonly revision: number;
}

const CURSOR = /^1\.(\d{1,15})\.(\d{1,9})\.([0-9a-f]{16})$/;

export function writeCursor(offset: number, view: PageView): string {
  return Buffer.from(`1.${view.revision}.${offset}.${digest(view)}`).toString('base64url');
}

/** The offset a cursor stands for. Throws RangeError when it is none, or belongs to another view or revision. */
export function readCursor(cursor: string, view: PageView): number {
  const match = CURSOR.exec(/^[\w-]{1,100}$/.test(cursor) ? Buffer.from(cursor, 'base64url').toString('latin1') : '');
  if (!match) throw new RangeError('is not a cursor; allowed: `next` of a page');
  if (match[3] !== digest(view)) throw new RangeError('belongs to another filter or order; begin again without it');
  if (Number(match[1]) !== view.revision) {
    throw new RangeError(
      `belongs to revision ${match[1]}, the data is now at ${view.revision}; begin again without it`,
    );
  }
  return Number(match[2]);
}

function digest({ filter, sort }: PageView): string {
  const text = `${toFilterQuery(filter)} ${sort.descending ? '-' : ''}${sort.by}`;
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
