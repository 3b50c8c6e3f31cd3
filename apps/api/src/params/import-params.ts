import { IMPORT_ISSUE_KINDS, type ImportIssueKind, textFault } from '@corridor/domain';
import { numberParam, type Param, singleText } from './param.ts';

const MAX_NAME = 255;

/** A file's name as people see it: the last part of a path, and never used as one. */
const nameParam: Param<string> = {
  description: 'The file’s name, for people; its format is told from the file itself.',
  schema: { type: 'string', minLength: 1, maxLength: MAX_NAME },
  required: true,
  read: (texts) => {
    const name = (singleText(texts) ?? '').split(/[/\\]/).at(-1)?.trim() ?? '';
    if (name === '' || name === '.' || name === '..') throw new RangeError('is the name of a file');
    if (name.length > MAX_NAME) throw new RangeError(`has at most ${MAX_NAME} characters`);
    const fault = textFault(name, 'line');
    if (fault !== null) throw new RangeError(fault);
    return name;
  },
};

export const guessParams = { name: nameParam };

export const uploadParams = {
  name: nameParam,
  mapping: {
    description: 'The name of a saved mapping, for a table in no known format.',
    schema: { type: 'string', maxLength: 100 },
    read: (texts) => singleText(texts) ?? null,
  } satisfies Param<string | null>,
};

export const importParams = {
  issues: {
    description: 'Of which kind the issues are that are shown; all where it is absent.',
    schema: { type: 'string', enum: [...IMPORT_ISSUE_KINDS] },
    read: (texts) => {
      const text = singleText(texts);
      const kind = IMPORT_ISSUE_KINDS.find((known) => known === text) ?? null;
      if (text !== undefined && kind === null) throw new RangeError(`is one of ${IMPORT_ISSUE_KINDS.join(', ')}`);
      return kind;
    },
  } satisfies Param<ImportIssueKind | null>,
};

export const importListParams = {
  before: numberParam('The import before which the page begins, newest first.', {
    ...{ min: 1, max: 2_147_483_647, integer: true },
    absent: 2_147_483_647,
  }),
  limit: numberParam('How many imports a page holds.', { min: 1, max: 200, integer: true, absent: 50 }),
};
