import { z } from 'zod';

const lonLat = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const text = z.string().min(1);

/** The form of `portfolio.json`: the country's names in foreign data, and all of PortfolioInfo that no other file has. */
export const portfolioFileSchema = z.strictObject({
  id: text,
  name: text,
  subtitle: text,
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  timeZone: text,
  countryId: text,
  countryNames: z.array(text).min(1),
  licence: text,
  credits: z.array(z.strictObject({ what: text, who: text, licence: text, url: z.url().nullable() })),
  coverageNotes: z.array(z.strictObject({ from: z.iso.date(), to: z.iso.date(), note: text })),
  provinces: z
    .array(z.strictObject({ name: text, shortName: text, aliases: z.array(text), boundaryId: text, label: lonLat }))
    .min(1),
  mapLabels: z.array(z.strictObject({ name: text, kind: z.enum(['country', 'sea']), at: lonLat })),
  borderNote: text,
  mapAttribution: text,
  dataNote: text,
});

/** The form of `day-summaries.json`: rows that sum up a whole day, and why they do. */
export const daySummariesSchema = z.array(z.strictObject({ id: text, reason: text }));
