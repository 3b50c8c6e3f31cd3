import { MAX_TOLL } from '@corridor/domain';
import {
  CellFault,
  type CellReader,
  countOf,
  degreesCell,
  optionalTextCell,
  type RowOf,
  requiredCell,
  rowReader,
} from '../cells.ts';

const NO_NUMBER = new CellFault(`must be a whole number from 0 to ${MAX_TOLL}, −9 or −99 for unknown, or blank`);
const UNKNOWN = /^-(9|99)(\.0+)?$/;

/** A whole number, with a decimal point where a spreadsheet was between; −9 and −99 are unknown, as is a blank. */
const gtdNumberCell: CellReader<number | null> = (text) => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' || UNKNOWN.test(trimmed) ? null : (countOf(trimmed) ?? NO_NUMBER);
};

const NO_PART = new CellFault('must be a whole number, 0 for unknown');

const partOfDateCell: CellReader<string> = (text) => {
  const whole = text?.trim().replace(/\.0+$/, '') ?? '';
  return /^\d{1,4}$/.test(whole) ? whole : NO_PART;
};

/** What is read of a row of the Global Terrorism Database, whose 135 columns the codebook (START, 2021) describes. */
export const readGtdRow = rowReader({
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
export type GtdRow = RowOf<typeof readGtdRow>;
