import type { Site } from '@corridor/domain';
import { memo, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MapPane, type MapProjection, MapSvg, MapTooltip, useMapPointer } from '../../../components/base-map/index.ts';
import { SectorGlyph } from '../../../components/sector-mark.tsx';
import { useSites } from '../../../lib/api/portfolio.ts';
import { useView } from '../../../lib/view/use-view.ts';
import type { Counted } from '../use-map-answer.ts';
import { type Disc, GLYPH_SIZE, type PlacedSite, placeSites } from './place-sites.ts';
import classes from './sites.module.css';

const GLYPHS_FROM_ZOOM = 7;
const SMALLEST_RING_PX = 5;

/** Where each site of the view is drawn, and how: chosen so that sites keep clear of each other and of `discs`. */
export function usePlacedSites(
  shown: boolean,
  projection: MapProjection,
  counts: ReadonlyMap<string, Counted>,
  discs: readonly Disc[],
): readonly PlacedSite[] {
  const sites = useSites();
  return useMemo(() => {
    if (!shown) return [];
    const { west, south, east, north, zoom } = projection;
    const visible = sites
      .filter(({ longitude, latitude }) => longitude > west && longitude < east && latitude > south && latitude < north)
      .map(({ id, longitude, latitude }) => ({
        id,
        hot: (counts.get(id)?.count ?? 0) > 0,
        ...projection.project(longitude, latitude),
      }));
    return placeSites(visible, zoom >= GLYPHS_FROM_ZOOM, discs);
  }, [shown, sites, projection, counts, discs]);
}

export const SiteMarks = memo(function SiteMarks({
  placed,
  projection,
  onOpen,
}: {
  readonly placed: readonly PlacedSite[];
  readonly projection: MapProjection;
  readonly onOpen: (site: Site) => void;
}) {
  const { t } = useTranslation('taxonomy');
  const sites = useSites();
  const [hovered, setHovered] = useState<string | null>(null);
  const byId = useMemo(() => new Map(sites.map((site) => [site.id, site])), [sites]);
  const shown = placed.find(({ id }) => id === hovered);
  const shownSite = shown && byId.get(shown.id);
  return (
    <>
      <SiteRings projection={projection} />
      <MapPane name="overlay" interactive>
        <MapSvg>
          {placed.map(({ id, x, y, form }) => {
            const site = byId.get(id);
            return site ? (
              <SiteMark key={id} site={site} x={x} y={y} form={form} onHover={setHovered} onOpen={onOpen} />
            ) : null;
          })}
        </MapSvg>
      </MapPane>
      {shown && shownSite && (
        <MapTooltip at={shown}>
          <b>{shownSite.name}</b>
          <br />
          {t(`sector.${shownSite.sector}`)}, {t(`siteStatus.${shownSite.status}`)}
        </MapTooltip>
      )}
    </>
  );
});

interface SiteMarkProps extends Pick<PlacedSite, 'x' | 'y' | 'form'> {
  readonly site: Site;
  readonly onHover: (id: string | null) => void;
  readonly onOpen: (site: Site) => void;
}

const SiteMark = memo(function SiteMark({ site, x, y, form, onHover, onOpen }: SiteMarkProps) {
  const pointer = useMapPointer();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the Sites page is its keyboard twin
    <g
      className={classes.site}
      transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}
      data-map-item=""
      data-testid="map-site"
      data-site={site.id}
      onPointerDown={pointer.down}
      onPointerEnter={() => onHover(site.id)}
      onPointerLeave={() => onHover(null)}
      onClick={(event) => {
        if (!pointer.isClick(event)) return;
        onHover(null);
        onOpen(site);
      }}
    >
      <circle r="9" className={classes.touch} />
      {form === 'glyph' ? (
        <g transform={`scale(${GLYPH_SIZE / 16}) translate(-8 -8)`}>
          <rect className={classes.glyphHalo} x="-1" y="-1" width="18" height="18" rx="4.500" />
          <SectorGlyph sector={site.sector} />
        </g>
      ) : (
        <rect className={classes.square} x="-2.2" y="-2.2" width="4.4" height="4.4" rx="1" />
      )}
    </g>
  );
});

/** Monitoring rings at their true places. Those of sites that the filter is about are in the accent. */
const SiteRings = memo(function SiteRings({ projection }: { readonly projection: MapProjection }) {
  const sites = useSites();
  const { view } = useView();
  const { site: chosen, radiusKm } = view.filter;
  const { origin, width, height, project, pxPerKm } = projection;
  return (
    <MapPane name="overlay">
      <MapSvg>
        {sites.map(({ id, longitude, latitude, radiusKm: own }) => {
          const selected = chosen?.includes(id) ?? false;
          const { x, y } = project(longitude, latitude);
          const r = (selected && radiusKm !== undefined ? radiusKm : own) * pxPerKm(latitude);
          const seen = x + r > origin.x && x - r < origin.x + width && y + r > origin.y && y - r < origin.y + height;
          if (!seen || r < SMALLEST_RING_PX) return null;
          return <circle key={id} className={selected ? classes.chosenRing : classes.ring} cx={x} cy={y} r={r} />;
        })}
      </MapSvg>
    </MapPane>
  );
});
