import { useComputedColorScheme } from '@mantine/core';
import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MapChrome, MapPane, type MapProjection, MapTooltip } from '../../../components/base-map/index.ts';
import { setHoveredIncident, useHoveredIncident } from '../../../lib/hovered-incident.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useSettled } from '../../../lib/use-settled.ts';
import { drawMarks, type MarkScene } from './draw-marks.ts';
import type { MapMark } from './map-mark.ts';
import { MarkButtons } from './mark-buttons.tsx';
import { readPalette } from './mark-palette.ts';
import { type MarkTarget, markTargets, placeOf } from './mark-target.ts';
import { MarkTip } from './mark-tip.tsx';
import classes from './marks.module.css';
import type { PlacedPill } from './place-pills.ts';
import type { SoftArea } from './soft-area.ts';
import { useMarkPointer } from './use-mark-pointer.ts';

/** Part of the map's size that is drawn beyond each of its edges, for a drag to pull in. */
const MARGIN = 0.2;

interface IncidentMarksProps {
  readonly marks: readonly MapMark[];
  readonly areas: readonly PlacedPill<SoftArea>[];
  readonly projection: MapProjection;
  /** Whether marks answer to the pointer: not while an area is drawn. */
  readonly active: boolean;
  readonly onOpenMark: (mark: MapMark) => void;
  readonly onOpenArea: (area: SoftArea) => void;
}

/** Clusters as rings, single incidents as shapes, and counts of districts: on one canvas, with buttons for the keyboard. */
export const IncidentMarks = memo(function IncidentMarks({
  marks,
  areas,
  projection,
  active,
  onOpenMark,
  onOpenArea,
}: IncidentMarksProps) {
  const targets = useMemo(() => markTargets(marks, areas), [marks, areas]);
  const [hovered, setHovered] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const hover = (target: MarkTarget | null) => {
    setHovered(target?.key ?? null);
    setHoveredIncident((target?.kind === 'mark' && target.mark.only?.id) || null);
  };
  const open = (target: MarkTarget) => {
    hover(null);
    if (target.kind === 'mark') onOpenMark(target.mark);
    else onOpenArea(target.area);
  };
  useMarkPointer({ targets, active, onHover: hover, onOpen: open });
  const shown = targets.find(({ key }) => key === (hovered ?? focused));
  return (
    <>
      <MarkCanvas targets={targets} projection={projection} hovered={hovered} focused={focused} />
      {shown && (
        <MapTooltip at={placeOf(shown)} gap={placeOf(shown).radius + 6}>
          <MarkTip target={shown} />
        </MapTooltip>
      )}
      <MapChrome>
        <MarkButtons targets={useSettled(targets)} projection={projection} onFocus={setFocused} onOpen={open} />
      </MapChrome>
    </>
  );
});

interface MarkCanvasProps {
  readonly targets: readonly MarkTarget[];
  readonly projection: MapProjection;
  readonly hovered: string | null;
  readonly focused: string | null;
}

function MarkCanvas({ targets, projection, hovered, focused }: MarkCanvasProps) {
  const { t } = useTranslation('map');
  const format = useFormat();
  const listed = useHoveredIncident();
  const scheme = useComputedColorScheme('light');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tokens' values change with the scheme
  const palette = useMemo(readPalette, [scheme]);
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null);
  const scene = useMemo(
    (): MarkScene => ({
      targets,
      palette,
      count: format.count,
      areaCount: (count) => t('cluster.roughlyShort', { formatted: format.count(count) }),
      hovered,
      focused,
      listed,
    }),
    [targets, palette, format, t, hovered, focused, listed],
  );
  useLayoutEffect(() => {
    if (canvas) paint(canvas, projection, scene);
  }, [canvas, projection, scene]);
  useRedrawWithFont(canvas, projection, scene);
  return (
    <MapPane name="marks">
      <canvas ref={setCanvas} className={classes.canvas} />
    </MapPane>
  );
}

/** Numbers that were drawn before the font arrived are drawn again with it. */
function useRedrawWithFont(canvas: HTMLCanvasElement | null, projection: MapProjection, scene: MarkScene): void {
  const latest = useRef({ projection, scene });
  useEffect(() => {
    latest.current = { projection, scene };
  }, [projection, scene]);
  useEffect(() => {
    if (!canvas) return;
    let gone = false;
    void document.fonts.ready.then(() => {
      if (!gone) paint(canvas, latest.current.projection, latest.current.scene);
    });
    return () => {
      gone = true;
    };
  }, [canvas]);
}

function paint(canvas: HTMLCanvasElement, { origin, width, height }: MapProjection, scene: MarkScene): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const density = window.devicePixelRatio || 1;
  const [left, top] = [Math.round(origin.x - width * MARGIN), Math.round(origin.y - height * MARGIN)];
  const [across, down] = [Math.round(width * (1 + 2 * MARGIN)), Math.round(height * (1 + 2 * MARGIN))];
  resize(canvas, Math.round(across * density), Math.round(down * density));
  Object.assign(canvas.style, { left: `${left}px`, top: `${top}px`, width: `${across}px`, height: `${down}px` });
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.setTransform(density, 0, 0, density, -left * density, -top * density);
  drawMarks(context, scene);
}

/** Setting a canvas's size clears and allocates it anew, also to the same size. */
function resize(canvas: HTMLCanvasElement, width: number, height: number): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}
