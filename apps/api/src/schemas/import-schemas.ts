import { IMPORT_ISSUE_KINDS, IMPORT_STATES, type ImportCounts, MAPPED_FIELDS } from '@corridor/domain';
import { mappingSchema } from '@corridor/importers';
import { z } from '@hono/zod-openapi';

const count = z.number().int();

const countsSchema = z.strictObject({
  new: count,
  changed: count,
  unchanged: count,
  duplicate: count,
  rejected: count,
  conflict: count,
  deleted: count,
} satisfies Record<keyof ImportCounts, typeof count>);

const issueSchema = z
  .strictObject({
    kind: z.enum(IMPORT_ISSUE_KINDS),
    row: count.openapi({
      description:
        'As a spreadsheet counts; of the later sheets of a workbook counted on, with the sheet in the reason.',
    }),
    field: z.string(),
    value: z.string(),
    reason: z.string(),
  })
  .openapi('ImportIssue');
export type ImportIssue = z.infer<typeof issueSchema>;

const summary = {
  id: count,
  file: z.string(),
  size: count,
  digest: z.string().nullable().openapi({ description: 'SHA-256 in hex, once all was read.' }),
  format: z.string(),
  origins: z.array(z.string()),
  mappingName: z.string().nullable(),
  by: z.string().openapi({ description: 'The id of who began it.' }),
  startedAt: z.string(),
  state: z.enum(IMPORT_STATES),
  stateAt: z.string(),
  bytesDone: count,
  rowsDone: count.openapi({
    description: 'Of the file; of what came in, what was taken back or left alone, once that began.',
  }),
  counts: countsSchema,
  bringsDuplicates: z.boolean(),
  fault: z.string().openapi({ description: 'Why it failed or was given up; empty otherwise.' }),
  rowsPerSecond: count.nullable().openapi({ description: 'Of what is under way.' }),
  secondsLeft: count.nullable(),
};

const importSummarySchema = z.strictObject(summary).openapi('ImportSummary');
export type ImportSummary = z.infer<typeof importSummarySchema>;

export const importSchema = z
  .strictObject({
    ...summary,
    mapping: z.looseObject({}).nullable(),
    issues: z
      .array(issueSchema)
      .openapi({ description: 'The first hundred, of one kind where it was asked for; all are in issues.csv.' }),
    sameAs: count.nullable().openapi({ description: 'A committed import of a file with the same content.' }),
  })
  .openapi('Import');
export type ImportDetail = z.infer<typeof importSchema>;

export const importsSchema = z.strictObject({ items: z.array(importSummarySchema) }).openapi('Imports');
export type ImportList = z.infer<typeof importsSchema>;

export const commitSchema = z.strictObject({
  duplicates: z.enum(['leave', 'bring']).default('leave').openapi({
    description: 'Whether records that look like others that stand are left out, or come as records of their own.',
  }),
});
export type Commit = z.output<typeof commitSchema>;

export const savedMappingSchema = z
  .strictObject({ name: z.string(), mapping: z.looseObject({}), savedBy: z.string(), savedAt: z.string() })
  .openapi('ImportMapping');
export type SavedMapping = z.infer<typeof savedMappingSchema>;

export const savedMappingsSchema = z.strictObject({ items: z.array(savedMappingSchema) });

export const guessSchema = z
  .strictObject({
    format: z.string(),
    needsMapping: z.boolean().openapi({ description: 'Whether the file can be read by a mapping alone.' }),
    columns: z.array(z.string()),
    rows: z.array(z.record(z.string(), z.string())).openapi({ description: 'The first rows.' }),
    values: z
      .record(z.string(), z.array(z.string()))
      .openapi({ description: 'What stands in each column, each value once, the most frequent first.' }),
    mapping: mappingSchema,
    unsure: z.array(z.enum(MAPPED_FIELDS)),
    unused: z.array(z.string()),
  })
  .openapi('GuessedMapping');
/** What is thought of a file by its beginning. */
export type Guess = z.infer<typeof guessSchema>;
