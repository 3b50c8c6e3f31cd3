import { MAX_TOLL, PLACE_PRECISIONS } from '@corridor/domain';
import { type ArrowVector, isKnown } from './arrow-batch.ts';
import type { ArrowField } from './arrow-schema.ts';
import type { RowDictionaries } from './assemble-columns.ts';
import { Dictionary } from './dictionary.ts';
import { type PlaceColumns, TOLL_WIDTH, UNKNOWN_TOLL } from './incident-columns.ts';
import type { RowLists } from './row-arrays.ts';
import { TOLL_FIELDS } from './table-layout.ts';

/** Part of the Encoding standard, so both in browsers and in Node; only its type belongs to one or the other. */
declare const TextDecoder: new (
  label: string,
  options: { readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

/** More than the schema of an incident allows: a list of hostile length would be copied for every row that has it. */
const MAX_LIST = 64;
const NO_REGION = -1;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Different texts, none missing. Throws RangeError on others. */
export function readTexts(field: ArrowField, vector: ArrowVector): readonly string[] {
  const texts = textsOf(field, vector);
  const known = new Set<string>();
  return texts.map((text) => {
    if (text === null || known.has(text)) throw new RangeError(`field "${field.name}" holds a text twice, or none`);
    known.add(text);
    return text;
  });
}

/** Lists of texts as lists of codes, each once in a list. */
export function readLists(
  field: ArrowField,
  vector: ArrowVector,
): { readonly lists: RowLists; readonly texts: readonly string[] } {
  const [childField, child] = [field.children[0], vector.children[0]];
  if (field.type.kind !== 'list' || vector.validity || !childField || !child)
    throw new RangeError(`field "${field.name}" is not of lists`);
  const dictionary = new Dictionary();
  const values = Uint32Array.from(textsOf(childField, child), (text) => {
    if (text === null) throw new RangeError(`field "${field.name}" holds a list with a hole`);
    return dictionary.code(text);
  });
  const offsets = Uint32Array.from({ length: vector.length + 1 }, (_, index) => vector.offsets[index] ?? 0);
  for (let list = 0; list < vector.length; list++) {
    const codes = values.subarray(offsets[list], offsets[list + 1]);
    if (codes.length > MAX_LIST || new Set(codes).size < codes.length)
      throw new RangeError(`field "${field.name}" list ${list} is too long, or holds a text twice`);
  }
  return { lists: { offsets, values }, texts: dictionary.values };
}

export function readPlaces(
  field: ArrowField,
  vector: ArrowVector,
): Pick<RowDictionaries, 'places' | 'provinces' | 'districts'> {
  const part = (name: string) => partOf(field, vector, name);
  const count = vector.length;
  const precisionCodes = new Map<string | null, number>(PLACE_PRECISIONS.map((value, code) => [value, code]));
  const precision = Uint8Array.from(textsOf(...part('precision')), (text) => {
    const code = precisionCodes.get(text);
    if (code === undefined) throw new RangeError(`field "precision" holds ${text?.slice(0, 60)}`);
    return code;
  });
  const [provinces, districts] = [readRegions(...part('province')), readRegions(...part('district'))];
  const places: PlaceColumns = {
    count,
    latitude: readDegrees(...part('latitude'), 90),
    longitude: readDegrees(...part('longitude'), 180),
    precision,
    province: provinces.codes,
    district: districts.codes,
  };
  return { places, provinces: provinces.values, districts: districts.values };
}

/** TOLL_WIDTH numbers for each toll, checked. */
export function readTolls(field: ArrowField, vector: ArrowVector): Int32Array {
  const tolls = new Int32Array(vector.length * TOLL_WIDTH);
  TOLL_FIELDS.forEach((name, at) => {
    const [figureField, figures] = partOf(field, vector, name);
    if (figureField.type.kind !== 'int') throw new RangeError(`field "${name}" is not of integers`);
    readFigures(figures, tolls, at);
  });
  checkTolls(tolls);
  return tolls;
}

function readFigures(figures: ArrowVector, tolls: Int32Array, first: number): void {
  const { length, validity, values } = figures;
  for (let toll = 0, at = first; toll < length; toll++, at += TOLL_WIDTH) {
    const isThere = validity === null || ((validity[toll >> 3] ?? 0) & (1 << (toll & 7))) !== 0;
    tolls[at] = isThere ? (values[toll] ?? 0) : UNKNOWN_TOLL;
  }
}

/** As `rangeSchema` says, which would be most of what a browser's worker loads. */
function checkTolls(tolls: Int32Array): void {
  let largest = 0;
  for (let at = 0; at < tolls.length; at += 3) {
    const low = tolls[at] ?? 0;
    const best = tolls[at + 1] ?? 0;
    const high = tolls[at + 2] ?? 0;
    const isUnknown = low === UNKNOWN_TOLL && best === UNKNOWN_TOLL && high === UNKNOWN_TOLL;
    if (!isUnknown && !(low >= 0 && low <= best && best <= high))
      throw new RangeError(`field "${TOLL_FIELDS[at % TOLL_WIDTH]}" begins a toll of ${low}, ${best}, ${high}`);
    largest = Math.max(largest, high);
  }
  if (largest > MAX_TOLL) throw new RangeError(`field "toll" holds ${largest}`);
}

function partOf(field: ArrowField, vector: ArrowVector, name: string): [ArrowField, ArrowVector] {
  const index = field.children.findIndex((child) => child.name === name);
  const [part, values] = [field.children[index], vector.children[index]];
  if (field.type.kind !== 'struct' || vector.validity || !part || !values || part.dictionary)
    throw new RangeError(`field "${field.name}" has no "${name}"`);
  return [part, values];
}

/** Null where there is none. */
function textsOf(field: ArrowField, vector: ArrowVector): (string | null)[] {
  const { values } = vector;
  if (field.type.kind !== 'text' || field.dictionary || !(values instanceof Uint8Array))
    throw new RangeError(`field "${field.name}" is not of texts`);
  return Array.from({ length: vector.length }, (_, index) =>
    isKnown(vector, index) ? decoder.decode(values.subarray(vector.offsets[index], vector.offsets[index + 1])) : null,
  );
}

function readRegions(field: ArrowField, vector: ArrowVector): { codes: Uint32Array; values: readonly string[] } {
  const dictionary = new Dictionary();
  const codes = textsOf(field, vector).map((text) => (text === null ? NO_REGION : dictionary.code(text)));
  const { length } = dictionary.values;
  return { codes: Uint32Array.from(codes, (code) => (code === NO_REGION ? length : code)), values: dictionary.values };
}

function readDegrees(field: ArrowField, vector: ArrowVector, limit: number): Float64Array {
  if (field.type.kind !== 'float') throw new RangeError(`field "${field.name}" is not of floats`);
  return Float64Array.from({ length: vector.length }, (_, index) => {
    if (!isKnown(vector, index)) return Number.NaN;
    const degrees = Number(vector.values[index]);
    if (!(Math.abs(degrees) <= limit)) throw new RangeError(`field "${field.name}" holds ${degrees}`);
    return degrees;
  });
}
