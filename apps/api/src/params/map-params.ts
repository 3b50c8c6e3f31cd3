import { type BBox, Problem } from '@corridor/domain';
import { numberParam, type Param, singleText } from './param.ts';

const NUMBER = /^-?\d{1,3}(\.\d{1,12})?$/;

const bboxParam: Param<BBox> = {
  description: 'The part of the map: west,south,east,north in degrees.',
  schema: { type: 'string', example: '60.5,23.5,77.9,37.1' },
  required: true,
  read: (texts) => {
    const text = singleText(texts);
    if (text === undefined) throw new RangeError('is needed: west,south,east,north in degrees');
    return readBox(text);
  },
};

export const mapParams = {
  bbox: bboxParam,
  zoom: numberParam('Zoom level of Web Mercator tiles of 256 px; fractions are allowed.', { min: 0, max: 22 }),
};

function readBox(text: string): BBox {
  const parts = text.split(',');
  const [west, south, east, north] = parts.map((part) => (NUMBER.test(part) ? Number(part) : Number.NaN));
  if (parts.length !== 4 || west === undefined || south === undefined || east === undefined || north === undefined) {
    throw new RangeError('is four decimal numbers: west,south,east,north');
  }
  if (!(west >= -180 && east <= 180 && south >= -90 && north <= 90 && west < east && south < north)) {
    throw new RangeError('lies within -180,-90,180,90 with west < east and south < north');
  }
  return [west, south, east, north];
}

/** The widest map, in screen pixels, that one request draws: 512 cells of 64 px a side bound the answer. */
const MAX_SCREEN_PX = 32_768;

/** Throws a Problem that names `zoom` when the box is wider than any screen at this zoom. */
export function refuseWiderThanScreens([west, , east]: BBox, zoom: number): void {
  const widthPx = ((east - west) / 360) * 256 * 2 ** zoom;
  if (widthPx <= MAX_SCREEN_PX) return;
  const most = Math.floor(Math.log2((MAX_SCREEN_PX * 360) / ((east - west) * 256)) * 10) / 10;
  const reason = `is at most ${most} for this bbox`;
  throw new Problem('invalid-parameter', `zoom ${reason}.`, [{ name: 'zoom', reason }]);
}
