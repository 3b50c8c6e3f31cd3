import { MAX_TOLL } from '@corridor/domain';
import { z } from 'zod';
import { degreesCell, optionalTextCell, requiredCell } from '../cells.ts';

/** A whole number, with a decimal point where a spreadsheet was between; −9 and −99 are unknown, as is a blank. */
const gtdNumberCell = z
  .string()
  .trim()
  .default('')
  .transform((text, context) => {
    if (text === '' || UNKNOWN.test(text)) return null;
    if (/^\d{1,7}(\.0+)?$/.test(text) && Number(text) <= MAX_TOLL) return Number(text);
    context.addIssue(`is a whole number from 0 to ${MAX_TOLL}, −9 or −99 for unknown, or blank`);
    return z.NEVER;
  });

const UNKNOWN = /^-(9|99)(\.0+)?$/;

const partOfDateCell = z
  .string()
  .transform((text) => text.trim().replace(/\.0+$/, ''))
  .refine((text) => /^\d{1,4}$/.test(text), 'is a whole number, 0 for unknown');

/** What is read of a row of the Global Terrorism Database, whose 135 columns the codebook (START, 2021) describes. */
export const gtdRowSchema = z.object({
  eventid: requiredCell,
  iyear: partOfDateCell,
  imonth: partOfDateCell,
  iday: partOfDateCell,
  approxdate: optionalTextCell,
  extended: gtdNumberCell,
  resolution: optionalTextCell,
  provstate: optionalTextCell,
  city: optionalTextCell,
  latitude: degreesCell,
  longitude: degreesCell,
  specificity: gtdNumberCell,
  vicinity: gtdNumberCell,
  location: optionalTextCell,
  summary: optionalTextCell,
  doubtterr: gtdNumberCell,
  suicide: gtdNumberCell,
  attacktype1: gtdNumberCell,
  attacktype1_txt: optionalTextCell,
  attacktype2_txt: optionalTextCell,
  attacktype3_txt: optionalTextCell,
  targtype1: gtdNumberCell,
  targtype1_txt: optionalTextCell,
  corp1: optionalTextCell,
  target1: optionalTextCell,
  natlty1_txt: optionalTextCell,
  target2: optionalTextCell,
  natlty2_txt: optionalTextCell,
  target3: optionalTextCell,
  natlty3_txt: optionalTextCell,
  gname: optionalTextCell,
  gsubname: optionalTextCell,
  gname2: optionalTextCell,
  gname3: optionalTextCell,
  motive: optionalTextCell,
  guncertain1: gtdNumberCell,
  claimed: gtdNumberCell,
  claim2: gtdNumberCell,
  claim3: gtdNumberCell,
  compclaim: gtdNumberCell,
  weaptype1: gtdNumberCell,
  weaptype1_txt: optionalTextCell,
  weapsubtype1_txt: optionalTextCell,
  weapdetail: optionalTextCell,
  nkill: gtdNumberCell,
  nkillter: gtdNumberCell,
  nwound: gtdNumberCell,
  nwoundte: gtdNumberCell,
  propcomment: optionalTextCell,
  ishostkid: gtdNumberCell,
  nhostkid: gtdNumberCell,
  addnotes: optionalTextCell,
  scite1: optionalTextCell,
  scite2: optionalTextCell,
  scite3: optionalTextCell,
  dbsource: optionalTextCell,
});
export type GtdRow = z.infer<typeof gtdRowSchema>;
