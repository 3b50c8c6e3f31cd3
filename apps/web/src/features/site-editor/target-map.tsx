import type { BBox } from '@corridor/domain';
import type { LonLat } from '@corridor/geography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BaseMap, MapPane, MapSvg, svgPath, useBoundaries, useMapProjection } from '../../components/base-map/index.ts';
import { MapPin, PickOnClick } from '../../components/point-picker.tsx';
import { usePortfolio } from '../../lib/api/portfolio.ts';
import type { TargetKind } from '../../lib/api/targets.ts';
import { insertPoint, readLine, roundDegrees, writeLine } from './line-text.ts';
import classes from './site-editor.module.css';
import type { TargetForm } from './target-form.ts';

interface TargetMapProps {
  readonly form: TargetForm;
  readonly onChange: (form: TargetForm) => void;
}

/** The site's point with its ring, or the route's line: set and moved on the map. */
export function TargetMap({ kind, ...props }: TargetMapProps & { readonly kind: TargetKind }) {
  return kind === 'site' ? <SiteMap {...props} /> : <LineMap {...props} />;
}

function SiteMap({ form, onChange }: TargetMapProps) {
  const { t } = useTranslation('siteEditor');
  const boundaries = useBoundaries();
  const { districts } = usePortfolio();
  const [dragged, setDragged] = useState<LonLat | null>(null);
  const { latitude = '', longitude = '', radiusKm = '' } = form.texts;
  const typed = readLine(`${latitude}, ${longitude}`)?.[0] ?? null;
  const point = dragged ?? typed;
  const [bounds] = useState(() => (typed ? around([typed]) : undefined));
  const pick = ([east, north]: LonLat) => {
    setDragged(null);
    const district = boundaries?.districtAt(east, north) ?? null;
    const province =
      districts.find(({ name }) => name === district)?.province ?? boundaries?.provinceAt(east, north) ?? null;
    onChange({
      ...form,
      texts: {
        ...form.texts,
        latitude: String(roundDegrees(north)),
        longitude: String(roundDegrees(east)),
        ...(district === null ? {} : { district }),
        ...(province === null ? {} : { province }),
      },
    });
  };
  return (
    <BaseMap label={t('map.site')} bounds={bounds} layers={['rivers', 'towns']}>
      <PickOnClick onPick={pick} />
      {point && <Ring point={point} radiusKm={Number(radiusKm)} />}
      {point && <MapPin label={t('map.pin')} point={point} onDrag={setDragged} onDrop={pick} />}
    </BaseMap>
  );
}

function Ring({ point, radiusKm }: { readonly point: LonLat; readonly radiusKm: number }) {
  const projection = useMapProjection();
  const { x, y } = projection.project(...point);
  if (!(radiusKm > 0)) return null;
  return (
    <MapPane name="overlay">
      <MapSvg>
        <circle className={classes.ring} cx={x} cy={y} r={Math.max(1, radiusKm * projection.pxPerKm(point[1]))} />
      </MapSvg>
    </MapPane>
  );
}

function LineMap({ form, onChange }: TargetMapProps) {
  const { t } = useTranslation('siteEditor');
  const [dragged, setDragged] = useState<{ readonly index: number; readonly at: LonLat } | null>(null);
  const typed = readLine(form.texts.line ?? '') ?? [];
  const line: readonly LonLat[] = dragged ? typed.with(dragged.index, [...dragged.at]) : typed;
  const [bounds] = useState(() => (typed.length > 1 ? around(typed) : undefined));
  const write = (points: readonly LonLat[]) => {
    setDragged(null);
    const rounded = points.map(([east, north]): LonLat => [roundDegrees(east), roundDegrees(north)]);
    onChange({ ...form, texts: { ...form.texts, line: writeLine(rounded) } });
  };
  return (
    <BaseMap label={t('map.route')} bounds={bounds} layers={['rivers', 'towns']}>
      <PickOnClick onPick={(at) => write(insertPoint(typed, at))} />
      <Line line={line} radiusKm={Number(form.texts.radiusKm ?? '')} />
      {line.map((point, index) => (
        <MapPin
          // biome-ignore lint/suspicious/noArrayIndexKey: a way-point is its place in the line
          key={index}
          kind="knot"
          label={t('map.knot', { number: index + 1 })}
          point={point}
          onDrag={(at) => setDragged({ index, at })}
          onDrop={(at) => write(typed.with(index, [...at]))}
          onDelete={typed.length > 2 ? () => write(typed.toSpliced(index, 1)) : undefined}
        />
      ))}
    </BaseMap>
  );
}

/** As wide as it watches to each side. */
function Line({ line, radiusKm }: { readonly line: readonly LonLat[]; readonly radiusKm: number }) {
  const projection = useMapProjection();
  const path = svgPath(projection, [line], false, 0);
  const latitude = line[0]?.[1] ?? 0;
  const width = radiusKm > 0 ? Math.max(2, 2 * radiusKm * projection.pxPerKm(latitude)) : 2;
  return (
    <MapPane name="overlay">
      <MapSvg>
        <path className={classes.reach} d={path} style={{ strokeWidth: width }} />
        <path className={classes.line} d={path} />
      </MapSvg>
    </MapPane>
  );
}

const MARGIN = 0.4;

/** The box round points, with room for a ring. */
function around(points: readonly LonLat[]): BBox {
  const longitudes = points.map(([longitude]) => longitude);
  const latitudes = points.map(([, latitude]) => latitude);
  return [
    Math.min(...longitudes) - MARGIN,
    Math.min(...latitudes) - MARGIN,
    Math.max(...longitudes) + MARGIN,
    Math.max(...latitudes) + MARGIN,
  ];
}
