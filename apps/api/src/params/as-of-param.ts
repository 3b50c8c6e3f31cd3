import { AS_OF_SYNTAX, type AsOf, parseAsOf } from '@corridor/domain';
import { type Param, singleText } from './param.ts';

/** Of every route that answers from records. What it asks for is in the request's snapshot: see middleware/take-snapshot. */
export const asOfParams = {
  asOf: {
    description: `The records as they stood at a moment: ${AS_OF_SYNTAX}. A day means its end in the portfolio’s time zone, today means now. Sites and routes are those of today. Answers state the revision, and X-Corridor-As-Of the moment.`,
    schema: { type: 'string', maxLength: 40, example: '2024-10-07T06:00:00Z' },
    read: (texts) => {
      const text = singleText(texts);
      return text === undefined ? null : parseAsOf(text);
    },
  } satisfies Param<AsOf | null>,
};
