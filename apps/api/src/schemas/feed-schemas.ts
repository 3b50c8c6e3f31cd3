import { z } from '@hono/zod-openapi';
import { FRESHNESS } from '../feeds/freshness.ts';
import { SOURCE_KINDS } from '../feeds/source-kinds.ts';
import { dateSchema, spanSchema } from './incident-schemas.ts';

const instant = z.string().nullable();

export const feedSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    kind: z.enum(SOURCE_KINDS),
    host: z.string(),
    everyMinutes: z.number(),
    state: z.enum(FRESHNESS).openapi({ description: 'By the rule in docs/feeds.md.' }),
    lastAttempt: instant,
    lastSuccess: instant,
    firstRead: instant.openapi({ description: 'When the first article of it was read.' }),
    lastRecord: instant.openapi({ description: 'When the newest article or record is of.' }),
    lagHours: z.number().nullable().openapi({ description: 'Since then.' }),
    rows: z.number().int().openapi({ description: 'Articles or records that came of it.' }),
    failed: z.number().int().openapi({ description: 'Attempts that failed since the last success.' }),
    failures: z
      .array(z.strictObject({ at: z.string(), reason: z.string() }))
      .openapi({ description: 'Why attempts failed and what was left out of others, newest first.' }),
    nextAttempt: instant,
  })
  .openapi('Feed');
/** A source that the server watches. */
export type Feed = z.infer<typeof feedSchema>;

export const feedsSchema = z
  .strictObject({
    items: z.array(feedSchema),
    origins: z
      .array(
        z.strictObject({
          origin: z.string(),
          rows: z.number().int(),
          firstDay: dateSchema.nullable(),
          lastDay: dateSchema.nullable(),
          lastEnd: dateSchema.nullable().openapi({ description: 'The last day that one of its records reaches.' }),
          lastWriteAt: instant,
          covered: z
            .array(spanSchema)
            .openapi({ description: 'Whole months, by the rhythm of its records: docs/feeds.md.' }),
          state: z.enum(FRESHNESS).openapi({ description: 'By the rule for origins in docs/feeds.md.' }),
          lagDays: z.number().int().nullable().openapi({ description: 'Since the day of the newest record.' }),
          staleAfterDays: z.number().int(),
          veryStaleAfterDays: z.number().int(),
          failure: z
            .strictObject({ import: z.number().int(), at: z.string(), reason: z.string() })
            .nullable()
            .openapi({ description: 'Its last import, where that failed.' }),
        }),
      )
      .openapi({
        description:
          'Where the records that count came from: the portfolio’s files, imports, people here. Also origins without a record that the operator’s rules or a failed import name.',
      }),
    covered: z.array(spanSchema).openapi({
      description:
        'Whole months that an origin, a watched source or a note of thin coverage covers, oldest first: of any other none says anything.',
    }),
  })
  .openapi('Feeds');
export type Feeds = z.infer<typeof feedsSchema>;
/** Where records that count came from, or are awaited from. */
export type Origin = Feeds['origins'][number];
