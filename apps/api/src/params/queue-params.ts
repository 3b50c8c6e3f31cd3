import { MAX_TEXT_LENGTH, parseDay, type Status } from '@corridor/domain';
import type { QueuePosition } from '@corridor/store';
import { choiceParam, numberParam, type Param, singleText } from './param.ts';

const QUEUED = ['reported', 'corroborated', 'disputed'] as const satisfies readonly Status[];

const statusParam: Param<readonly Status[]> = {
  description: `Statuses with commas between; ${QUEUED.join(', ')} without it.`,
  schema: { type: 'string', example: 'reported,disputed' },
  read: (texts) => {
    const text = singleText(texts);
    if (text === undefined) return QUEUED;
    return text.split(',').map((part) => {
      const status = QUEUED.find((known) => known === part);
      if (status === undefined) throw new RangeError(`has, with commas between: ${QUEUED.join(', ')}`);
      return status;
    });
  },
};

const afterParam: Param<QueuePosition | undefined> = {
  description: 'Where the page begins: `next` of the page before.',
  schema: { type: 'string', maxLength: 20 },
  read: (texts) => {
    const text = singleText(texts);
    if (text === undefined) return undefined;
    const match = /^(\d{1,2})\.(\d{1,10})$/.exec(text);
    if (!match) throw new RangeError('is `next` of a page');
    return { severity: Number(match[1]), key: Number(match[2]) };
  },
};

export const queueParams = {
  order: choiceParam('The gravest first, or what waits longest.', ['severity', 'age'], 'severity'),
  assignee: choiceParam('Only what oneself works on, or what nobody does.', ['me', 'none'], undefined),
  watching: choiceParam('Only what oneself watches.', ['true'], undefined),
  status: statusParam,
  after: afterParam,
  limit: numberParam('How many a page holds.', { min: 1, max: 200, integer: true, absent: 200 }),
};

export const doublesParams = {
  to: {
    description: 'Incidents that began after this day are not looked at: `next` of the answer before.',
    schema: { type: 'string', format: 'date' },
    read: (texts) => {
      const text = singleText(texts);
      if (text !== undefined && parseDay(text) === null) throw new RangeError('is an existing date YYYY-MM-DD');
      return text;
    },
  } satisfies Param<string | undefined>,
  limit: numberParam('How many pairs at most.', { min: 1, max: 100, integer: true, absent: 50 }),
};

export function writePosition({ key, severity }: QueuePosition): string {
  return `${severity}.${key}`;
}

export const placeTextParam: Param<string> = {
  description: 'The beginnings of words of a name.',
  schema: { type: 'string', minLength: 1, maxLength: MAX_TEXT_LENGTH },
  required: true,
  read: (texts) => {
    const text = singleText(texts)?.trim() ?? '';
    if (text === '' || text.length > MAX_TEXT_LENGTH) throw new RangeError(`is 1 to ${MAX_TEXT_LENGTH} letters`);
    return text;
  },
};
