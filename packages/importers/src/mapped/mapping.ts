import { CODED_FIELDS, DATE_ORDERS, MAPPED_FIELDS } from '@corridor/domain';
import { z } from 'zod';

/** How a table that is in no known format becomes records; kept by name. */
export const mappingSchema = z.strictObject({
  name: z.string().min(1).max(100),
  origin: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens'),
  licence: z.string().trim().min(1, 'must say under which licence the rows came').max(100),
  /** The column of each field; a field without one is unknown in all rows. */
  columns: z.partialRecord(z.enum(MAPPED_FIELDS), z.string().min(1).max(300)),
  dateOrder: z.enum(DATE_ORDERS).nullable(),
  /** What the values of a column with a vocabulary mean in ours. */
  values: z.partialRecord(z.enum(CODED_FIELDS), z.record(z.string().max(300), z.string().max(100))),
  /** What a person says of all rows, where no column does. */
  everyRow: z.partialRecord(z.enum(CODED_FIELDS), z.string().max(100)),
});
export type Mapping = z.infer<typeof mappingSchema>;
