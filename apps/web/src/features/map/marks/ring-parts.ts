/** A part of a ring, in radians clockwise from three o'clock; `type` is its index in EVENT_TYPES. */
export interface RingPart {
  readonly type: number;
  readonly from: number;
  readonly to: number;
}

const GAP_PX = 1.5;
const SHORTEST_PX = 0.5;
const TOP = -Math.PI / 2;

/** Splits a ring of a radius in pixels by how many there are of each type, from its top, with gaps between the parts. */
export function ringParts(byType: readonly number[], count: number, radius: number): readonly RingPart[] {
  const present = byType.flatMap((value, type) => (value > 0 ? [{ type, turn: (value / count) * 2 * Math.PI }] : []));
  const gap = present.length > 1 ? GAP_PX / radius : 0;
  let from = TOP;
  return present.map(({ type, turn }) => {
    const part = { type, from, to: from + Math.max(SHORTEST_PX / radius, turn - gap) };
    from += turn;
    return part;
  });
}
