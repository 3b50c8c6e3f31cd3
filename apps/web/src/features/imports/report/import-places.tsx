import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { BaseMap, MapPane, MapSvg, useMapProjection } from '../../../components/base-map/index.ts';
import { LoadError } from '../../../components/load-error.tsx';
import { importPlacesQuery, type ImportPlaces as Places } from '../../../lib/api/imports.ts';
import { useFormat } from '../../../lib/use-format.ts';
import classes from '../imports.module.css';

/** Radius of a place with one record, and how it grows with the root of their number, in pixels. */
const SMALLEST = 3;
const GROWTH = 1.5;
const LARGEST = 14;

const HEADINGS = { reported: 'map', committing: 'mapComing', committed: 'mapBrought' } as const;

/** Where what would come, comes, or came, lies. */
export function ImportPlaces({ id, state }: { readonly id: number; readonly state: keyof typeof HEADINGS }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { data, error, refetch } = useQuery(importPlacesQuery(id));
  if (error) return <LoadError what={t('map')} error={error} retry={() => void refetch()} />;
  if (!data || data.features.length === 0) return null;
  const drawn = data.features.filter(({ geometry }) => geometry !== null).length;
  const undrawn = data.features.at(-1)?.properties.undrawn ?? 0;
  return (
    <section className={classes.part}>
      <h2>{t(HEADINGS[state])}</h2>
      <p className={classes.note}>
        {drawn > 0 && `${t('mapNote', { count: drawn, formatted: format.count(drawn) })} `}
        {undrawn > 0 && t('undrawn', { count: undrawn, formatted: format.count(undrawn) })}
      </p>
      {drawn > 0 && (
        <div className={classes.map}>
          <BaseMap label={t('mapLabel')} layers={['towns']} districts={false}>
            <PlaceMarks features={data.features} />
          </BaseMap>
        </div>
      )}
    </section>
  );
}

function PlaceMarks({ features }: Places) {
  const projection = useMapProjection();
  return (
    <MapPane name="marks">
      <MapSvg>
        {features.map(({ geometry, properties }) => {
          if (geometry === null) return null;
          const { x, y } = projection.project(...geometry.coordinates);
          const { changed = 0, conflict = 0, deleted = 0, duplicate = 0, new: fresh = 0 } = properties;
          const count = fresh + changed + conflict + duplicate + deleted;
          const radius = Math.min(LARGEST, SMALLEST + GROWTH * Math.sqrt(count));
          return <circle key={geometry.coordinates.join()} className={classes.mark} cx={x} cy={y} r={radius} />;
        })}
      </MapSvg>
    </MapPane>
  );
}
