import { recordIdSchema } from '@corridor/domain';

/** The id that a text may mean: the text itself, or what a link to the dashboard has open. Null where it can be none. */
export function readRecordId(text: string): string | null {
  const trimmed = text.trim();
  const linked = URL.canParse(trimmed) ? new URL(trimmed).searchParams.get('incident') : null;
  const id = recordIdSchema.safeParse(linked ?? trimmed);
  return id.success ? id.data : null;
}
