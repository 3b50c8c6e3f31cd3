import { useQuery } from '@tanstack/react-query';
import {
  canvas,
  type LatLngTuple,
  type Map as LeafletMap,
  layerGroup,
  type PolylineOptions,
  polygon,
  polyline,
} from 'leaflet';
import { useEffect, useMemo, useState } from 'react';
import { useMap, useMapEvents } from 'react-leaflet';
import { basemapQuery, usePortfolio } from '../../lib/api/portfolio.ts';
import {
  type BaseLines,
  decodeBaseLines,
  decodeClaims,
  decodeRivers,
  type Path,
  type RiverLines,
} from './base-lines.ts';
import { type MapColors, useMapColors } from './map-colors.ts';
import { PANE_LEVELS } from './map-pane.tsx';

export type BaseLayer = 'claims' | 'rivers' | 'towns';

const RIVER_WEIGHTS = [1.4, 1, 0.7, 0.6, 0.5, 0.5];
const NEIGHBOUR_PROVINCES_FROM_ZOOM = 6;

/** Land, borders, rivers and claim lines on two canvases, with room between them for shading. */
export function BaseLayers({
  layers,
  districts,
  onTiles,
}: {
  readonly layers: ReadonlySet<BaseLayer>;
  readonly districts: boolean;
  /** Raster tiles lie below: no land is painted over them. */
  readonly onTiles: boolean;
}) {
  const { countryId } = usePortfolio();
  const colors = useMapColors();
  const zoom = useWholeZoom();
  const base = useQuery(basemapQuery('base')).data;
  const rivers = useQuery({ ...basemapQuery('rivers'), enabled: layers.has('rivers') }).data;
  const disputed = useQuery({ ...basemapQuery('disputed'), enabled: layers.has('claims') }).data;
  const lines = useMemo(() => (base ? decodeBaseLines(base, countryId) : null), [base, countryId]);
  const riverLines = useMemo(() => (rivers ? decodeRivers(rivers) : []), [rivers]);
  const claims = useMemo(() => (disputed ? decodeClaims(disputed) : []), [disputed]);
  const showsRivers = layers.has('rivers');
  const showsClaims = layers.has('claims');
  const map = useMap();

  useEffect(() => {
    if (!lines || onTiles) return;
    return addTo(map, 'ground', groundOf(lines, colors));
  }, [map, lines, colors, onTiles]);

  useEffect(() => {
    if (!lines) return;
    const visible = showsRivers ? riverLines.filter(({ level }) => level <= riverLevelAt(zoom)) : [];
    return addTo(map, 'lines', linesOf(lines, visible, showsClaims ? claims : [], colors, { districts, zoom }));
  }, [map, lines, riverLines, claims, colors, districts, showsRivers, showsClaims, zoom]);
  return null;
}

interface Stroke {
  readonly paths: readonly Path[];
  readonly options: PolylineOptions;
}

function groundOf(lines: BaseLines, colors: MapColors): Stroke[] {
  const area = (fillColor: string): PolylineOptions => ({ fill: true, stroke: false, fillColor, fillOpacity: 1 });
  return [
    { paths: lines.neighbours, options: area(colors.neighbour) },
    { paths: lines.land, options: area(colors.land) },
  ];
}

function linesOf(
  lines: BaseLines,
  rivers: readonly RiverLines[],
  claims: readonly Path[],
  colors: MapColors,
  { districts, zoom }: { readonly districts: boolean; readonly zoom: number },
): Stroke[] {
  return [
    ...rivers.map(({ level, paths }) => ({
      paths,
      options: { color: colors.river, weight: (RIVER_WEIGHTS[level] ?? 0.5) * (zoom >= 8 ? 1.5 : 1) },
    })),
    ...(zoom >= NEIGHBOUR_PROVINCES_FROM_ZOOM
      ? [{ paths: lines.neighbourProvinces, options: { color: colors.district, weight: 0.8 } }]
      : []),
    ...(districts ? [{ paths: lines.districts, options: { color: colors.district, weight: 1 } }] : []),
    { paths: lines.coast, options: { color: colors.national, weight: 0.6, opacity: 0.55 } },
    { paths: lines.provinces, options: { color: colors.province, weight: 1.1 } },
    { paths: lines.borders, options: { color: colors.national, weight: 1.1 } },
    { paths: claims, options: { color: colors.claim, weight: 1, dashArray: '4 3' } },
  ];
}

/** Adds strokes to a canvas of their own in a pane that takes no pointer; returns how to take them away. */
function addTo(map: LeafletMap, name: 'ground' | 'lines', strokes: readonly Stroke[]): () => void {
  const pane = map.getPane(name) ?? map.createPane(name);
  pane.style.zIndex = String(PANE_LEVELS[name]);
  pane.style.pointerEvents = 'none';
  const renderer = canvas({ pane: name, padding: 0.5 });
  const group = layerGroup(
    strokes.map(({ paths, options }) => {
      const points = paths.map((path) => path.map(([latitude, longitude]): LatLngTuple => [latitude, longitude]));
      const common = { ...options, renderer, interactive: false, smoothFactor: 0.7 };
      return options.fill
        ? polygon(
            points.map((ring) => [ring]),
            common,
          )
        : polyline(points, common);
    }),
  ).addTo(map);
  return () => {
    group.remove();
    renderer.remove();
  };
}

const riverLevelAt = (zoom: number): number => (zoom >= 8 ? 5 : zoom >= 7 ? 3 : zoom >= 6 ? 1 : 0);

function useWholeZoom(): number {
  const map = useMap();
  const [zoom, setZoom] = useState(() => Math.floor(map.getZoom() ?? 0));
  useMapEvents({ zoomend: () => setZoom(Math.floor(map.getZoom())) });
  return zoom;
}
