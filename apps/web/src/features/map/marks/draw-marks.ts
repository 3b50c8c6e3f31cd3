import { EVENT_TYPES, type EventType } from '@corridor/domain';
import { eventTypePath } from '../../../components/event-type.tsx';
import { type MapMark, SEVERITY_RADIUS } from './map-mark.ts';
import type { MarkPalette } from './mark-palette.ts';
import { type MarkTarget, placeOf } from './mark-target.ts';
import { PILL_HEIGHT, type PlacedPill } from './place-pills.ts';
import { type RingPart, ringParts } from './ring-parts.ts';
import type { SoftArea } from './soft-area.ts';

/** What is drawn, and what of it is under the pointer, the keyboard, or named by a list. */
export interface MarkScene {
  readonly targets: readonly MarkTarget[];
  readonly palette: MarkPalette;
  readonly count: (value: number) => string;
  readonly areaCount: (value: number) => string;
  readonly hovered: string | null;
  readonly focused: string | null;
  /** The id of an incident that the pointer is on in a list. */
  readonly listed: string | null;
}

const HOVER_GROWS_PX = 2;
const RING_WIDTH = 4.5;
const HALO_OPACITY = 0.92;
const SHAPE_HALO_PX = 2.4;
const AROUND_PX = 5;

/** Draws marks in pane pixels, each where its target is. O(targets): some microseconds each. */
export function drawMarks(context: CanvasRenderingContext2D, scene: MarkScene): void {
  context.textAlign = 'center';
  context.lineJoin = 'round';
  for (const target of scene.targets) if (target.kind === 'mark') drawLeader(context, target.mark, scene.palette);
  for (const target of scene.targets) {
    const isHovered = target.key === scene.hovered;
    if (target.kind === 'area') drawPill(context, target.area, scene, isHovered);
    else drawMark(context, target.mark, scene, isHovered);
    if (target.key === scene.focused) drawFocus(context, target, scene.palette);
  }
}

/** A line to where a mark belongs that had to move aside. */
function drawLeader(context: CanvasRenderingContext2D, { from, x, y }: MapMark, palette: MarkPalette): void {
  if (!from) return;
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(x, y);
  context.lineWidth = 1;
  context.strokeStyle = palette.leader;
  context.stroke();
}

function drawMark(context: CanvasRenderingContext2D, mark: MapMark, scene: MarkScene, isHovered: boolean): void {
  const { only, x, y, radius } = mark;
  context.save();
  context.translate(x, y);
  if (only && only.id === scene.listed) drawListed(context, radius + AROUND_PX, scene.palette);
  if (isHovered) context.scale(1 + HOVER_GROWS_PX / radius, 1 + HOVER_GROWS_PX / radius);
  if (only) drawShape(context, only.eventType, SEVERITY_RADIUS[only.severity], scene.palette);
  else drawRing(context, mark, scene);
  context.restore();
}

/** An incident's shape in its type's colour with a halo. */
function drawShape(context: CanvasRenderingContext2D, type: EventType, radius: number, palette: MarkPalette): void {
  const path = shapePath(type, radius);
  context.lineWidth = SHAPE_HALO_PX;
  context.strokeStyle = palette.halo;
  context.stroke(path);
  context.fillStyle = palette.types[EVENT_TYPES.indexOf(type)] ?? palette.text;
  context.fill(path);
}

const shapes = new Map<string, Path2D>();

function shapePath(type: EventType, radius: number): Path2D {
  const key = `${type} ${radius}`;
  const path = shapes.get(key) ?? new Path2D(eventTypePath(type, radius));
  shapes.set(key, path);
  return path;
}

/** A ring split by event type with a count inside. */
function drawRing(context: CanvasRenderingContext2D, { count, byType, radius }: MapMark, scene: MarkScene): void {
  const { palette } = scene;
  context.globalAlpha = HALO_OPACITY;
  disc(context, radius + 1.5, palette.halo);
  context.globalAlpha = 1;
  disc(context, radius - 2, palette.surface);
  context.lineWidth = RING_WIDTH;
  const middle = radius - RING_WIDTH / 2;
  for (const part of ringParts(byType, count, middle)) drawPart(context, part, middle, palette);
  context.font = `600 ${radius > 15 ? 13 : 12}px ${palette.font}`;
  context.fillStyle = palette.text;
  context.fillText(scene.count(count), 0, radius > 14 ? 4.5 : 4);
}

function drawPart(
  context: CanvasRenderingContext2D,
  { type, from, to }: RingPart,
  radius: number,
  palette: MarkPalette,
): void {
  context.beginPath();
  context.arc(0, 0, radius, from, to);
  context.strokeStyle = palette.types[type] ?? palette.text;
  context.stroke();
}

/** How many are known only to a district. */
function drawPill(
  context: CanvasRenderingContext2D,
  { x, y, width, count }: PlacedPill<SoftArea>,
  { palette, areaCount }: MarkScene,
  isHovered: boolean,
): void {
  context.beginPath();
  context.roundRect(x - width / 2, y - PILL_HEIGHT / 2, width, PILL_HEIGHT, PILL_HEIGHT / 2);
  context.fillStyle = palette.surface;
  context.fill();
  context.setLineDash([2.5, 2]);
  context.lineWidth = 1;
  context.strokeStyle = isHovered ? palette.text : palette.area;
  context.stroke();
  context.setLineDash([]);
  context.font = `600 11px ${palette.font}`;
  context.fillStyle = palette.text2;
  context.fillText(areaCount(count), x, y + 4);
}

function drawListed(context: CanvasRenderingContext2D, radius: number, palette: MarkPalette): void {
  context.globalAlpha = 0.16;
  disc(context, radius, palette.accent);
  context.globalAlpha = 1;
  context.lineWidth = 1.5;
  context.strokeStyle = palette.accent;
  context.stroke();
}

function drawFocus(context: CanvasRenderingContext2D, target: MarkTarget, palette: MarkPalette): void {
  const { x, y, radius } = placeOf(target);
  const half = (target.kind === 'area' ? target.area.width / 2 : radius) + AROUND_PX - 1;
  context.beginPath();
  context.roundRect(x - half, y - radius - AROUND_PX + 1, 2 * half, 2 * (radius + AROUND_PX - 1), radius + AROUND_PX);
  context.lineWidth = 2;
  context.strokeStyle = palette.focus;
  context.stroke();
}

function disc(context: CanvasRenderingContext2D, radius: number, fill: string): void {
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.fill();
}
