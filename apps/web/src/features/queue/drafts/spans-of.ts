import type { DraftDetail } from '../../../lib/api/drafts.ts';
import type { NamedSpan } from './split-text.ts';

/** Everything that an article says of a draft: its fields, what they could be instead, sites, and events that it recalls. */
export function spansOf({ article, candidates, evidence, recalled }: DraftDetail): readonly NamedSpan[] {
  return [
    ...evidence.map(({ end, field, start }) => ({ name: field, start, end })),
    ...candidates.flatMap(({ field, values }) =>
      values.flatMap(({ evidence: span }, index) =>
        span ? [{ name: `${field}.${index}`, start: span.start, end: span.end }] : [],
      ),
    ),
    ...article.sites.flatMap(({ end, ids, start }) => ids.map((id) => ({ name: `site.${id}`, start, end }))),
    ...recalled.flatMap((event) =>
      event.evidence.map(({ end, start }) => ({ name: `recalled.${event.id}`, start, end })),
    ),
  ];
}
