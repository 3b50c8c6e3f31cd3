import { type Route, type RowIssue, routeSchema } from '@corridor/domain';
import { z } from 'zod';
import { issueAt } from './cells.ts';
import type { References } from './references.ts';
import type { UniqueNames } from './unique-names.ts';

/** Width to each side in kilometres; the file has none of its own. */
const ROUTE_RADIUS_KM = 10;

const collectionSchema = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) });

const featureSchema = z.object({
  properties: routeSchema.omit({ radiusKm: true, line: true }),
  geometry: z.object({ type: z.literal('LineString'), coordinates: routeSchema.shape.line }),
});

/** The routes of `routes.geojson`. Issues count its features from 1. A route that leaves the bounds is refused. */
export function readRoutes(
  file: string,
  text: string,
  references: References,
  ids: UniqueNames,
  issues: RowIssue[],
): Route[] {
  const collection = collectionSchema.safeParse(parseJson(text));
  if (!collection.success) {
    issues.push(issueAt({ file, row: 1 }, '', text.slice(0, 60), 'is no GeoJSON FeatureCollection'));
    return [];
  }
  return collection.data.features.flatMap((value, index) => {
    const row = { file, row: index + 1 };
    const feature = featureSchema.safeParse(value);
    if (!feature.success) {
      issues.push(
        ...feature.error.issues.map(({ path, message }) =>
          issueAt(row, path.join('.'), JSON.stringify(valueAt(value, path)) ?? '', message),
        ),
      );
      return [];
    }
    const { properties, geometry } = feature.data;
    const isWithin = geometry.coordinates.every(([lon, lat]) => references.isWithinBounds(lon, lat, row));
    return isWithin && ids.claim(properties.id, row)
      ? [{ ...properties, radiusKm: ROUTE_RADIUS_KM, line: geometry.coordinates }]
      : [];
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}
