import { parseDay } from '@corridor/domain';
import { z } from 'zod';
import { readWrittenDate } from '../written-date.ts';

/** The API gives `2024-10-07`, older exports `07 October 2024`. */
export const acledDateCell = z.string().transform((text, context) => {
  const trimmed = text.trim();
  const date = parseDay(trimmed) === null ? readWrittenDate(trimmed) : trimmed;
  if (date === null) {
    context.addIssue({ code: 'custom', message: 'is an existing date YYYY-MM-DD or dd Month yyyy' });
    return z.NEVER;
  }
  return date;
});
