import { PRECISION_RADIUS_KM } from '@corridor/domain';
import type { IncidentRecord } from '../incident-record.ts';
import type { ExportFacts } from './export-facts.ts';

/** A GeoJSON FeatureCollection (RFC 7946) with the export's facts as foreign members before the features. */
export async function* writeGeojson(
  batches: AsyncIterable<readonly IncidentRecord[]>,
  facts: ExportFacts,
): AsyncGenerator<string> {
  yield `${JSON.stringify({ type: 'FeatureCollection', ...facts }).slice(0, -1)},"features":[`;
  let separator = '\n';
  for await (const records of batches) {
    yield records
      .map((record) => {
        const text = separator + JSON.stringify(toFeature(record));
        separator = ',\n';
        return text;
      })
      .join('');
  }
  yield '\n]}\n';
}

/** A place known only to its district or less has no geometry: a point there would claim what nobody knows. */
function toFeature(record: IncidentRecord) {
  const { id, place, ...rest } = record;
  const { latitude, longitude, ...placeWords } = place;
  const uncertaintyKm = PRECISION_RADIUS_KM[place.precision];
  const drawn = uncertaintyKm !== null && latitude !== null && longitude !== null;
  return {
    type: 'Feature',
    id,
    geometry: drawn ? { type: 'Point', coordinates: [longitude, latitude] } : null,
    properties: { id, ...rest, place: placeWords, precision: place.precision, uncertaintyKm },
  };
}
