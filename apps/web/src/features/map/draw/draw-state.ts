import { type Area, formatArea, MAX_AREA_POINTS, parseArea } from '@corridor/domain';
import { haversineKm, type LonLat } from '@corridor/geography';

/** What is being drawn on the map. A finished area leaves `idle`. */
export type DrawState =
  | { readonly tool: 'none' }
  | {
      readonly tool: 'polygon';
      readonly points: readonly LonLat[];
      readonly cursor: LonLat | null;
      /** The last attempt to close failed because edges cross. */
      readonly crosses: boolean;
    }
  | { readonly tool: 'circle'; readonly center: LonLat | null; readonly radiusKm: number };

export type DrawTool = Exclude<DrawState['tool'], 'none'>;

export type DrawAction =
  | { readonly kind: 'start'; readonly tool: DrawTool }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'point'; readonly at: LonLat }
  | { readonly kind: 'move'; readonly at: LonLat }
  | { readonly kind: 'undo' }
  /** Closes the polygon, or takes the circle as it is. */
  | { readonly kind: 'finish' };

export interface DrawResult {
  readonly state: DrawState;
  /** The area that was finished by this action. */
  readonly area: Area | null;
}

export const IDLE: DrawState = { tool: 'none' };

/**
 * One step of drawing. A polygon takes points and is finished once it has three and no edges cross; a circle takes its
 * centre first, and its radius from where the pointer is.
 */
export function draw(state: DrawState, action: DrawAction): DrawResult {
  if (action.kind === 'start') return stay(started(action.tool));
  if (action.kind === 'cancel' || state.tool === 'none') return stay(IDLE);
  return state.tool === 'polygon' ? drawPolygon(state, action) : drawCircle(state, action);
}

type Step = Exclude<DrawAction, { kind: 'start' | 'cancel' }>;

function drawPolygon(state: Extract<DrawState, { tool: 'polygon' }>, action: Step): DrawResult {
  switch (action.kind) {
    case 'move':
      return stay({ ...state, cursor: action.at });
    case 'undo':
      return stay({ ...state, points: state.points.slice(0, -1), crosses: false });
    case 'point':
      if (state.points.length >= MAX_AREA_POINTS) return stay(state);
      return stay({ ...state, points: [...state.points, action.at], crosses: false });
    case 'finish': {
      if (state.points.length < 3) return stay(state);
      const area = validArea({ kind: 'polygon', ring: state.points.map(([lon, lat]): [number, number] => [lon, lat]) });
      return area ? { state: IDLE, area } : stay({ ...state, crosses: true });
    }
  }
}

function drawCircle(state: Extract<DrawState, { tool: 'circle' }>, action: Step): DrawResult {
  const { center } = state;
  switch (action.kind) {
    case 'undo':
      return stay(started('circle'));
    case 'move':
      return stay(center ? { ...state, radiusKm: haversineKm(center, action.at) } : state);
    case 'point':
      if (!center) return stay({ ...state, center: action.at, radiusKm: 0 });
      return drawCircle({ ...state, radiusKm: haversineKm(center, action.at) }, { kind: 'finish' });
    case 'finish': {
      if (!center) return stay(state);
      const radiusKm = roundRadius(state.radiusKm);
      const area = validArea({ kind: 'circle', center: [center[0], center[1]], radiusKm });
      return area ? { state: IDLE, area } : stay(state);
    }
  }
}

const stay = (state: DrawState): DrawResult => ({ state, area: null });

const started = (tool: DrawTool): DrawState =>
  tool === 'polygon' ? { tool, points: [], cursor: null, crosses: false } : { tool, center: null, radiusKm: 0 };

const roundRadius = (km: number): number => (km < 10 ? Math.round(km * 10) / 10 : Math.round(km));

/** The area as a link will hold it; null where it is no area: edges cross, no radius. */
export function validArea(area: Area): Area | null {
  try {
    return parseArea(formatArea(area));
  } catch {
    return null;
  }
}
