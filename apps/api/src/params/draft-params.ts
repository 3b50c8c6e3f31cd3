import { DRAFT_KINDS, DRAFT_STATES, parseDay } from '@corridor/domain';
import type { DraftQuery } from '@corridor/store';
import { choiceParam, numberParam, type Param, singleText } from './param.ts';

const CURSOR =
  /^((\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z)_([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

export const draftParams = {
  status: choiceParam('What became of them.', [...DRAFT_STATES, 'all'], 'open'),
  kind: choiceParam(
    'Events to be filed, or older ones that an article recalls; both without it.',
    DRAFT_KINDS,
    undefined,
  ),
  cursor: {
    description: 'Where the page begins: `next` of the page before.',
    schema: { type: 'string', maxLength: 100 },
    read: (texts) => {
      const text = singleText(texts);
      if (text === undefined) return null;
      const [, madeAt = '', day = '', id = ''] = CURSOR.exec(text) ?? [];
      if (parseDay(day) === null) throw new RangeError('is not a cursor; allowed: `next` of a page');
      return { madeAt, id };
    },
  } satisfies Param<DraftQuery['after']>,
  limit: numberParam('How many drafts a page holds.', { min: 1, max: 200, integer: true, absent: 50 }),
};

export function writeDraftCursor({ id, madeAt }: { readonly id: string; readonly madeAt: string }): string {
  return `${madeAt}_${id}`;
}
