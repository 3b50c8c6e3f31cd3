import type { CodeColumn } from '@corridor/crossfilter';
import { type Area, PLACE_PRECISIONS } from '@corridor/domain';
import {
  type DistanceInterval,
  distanceInterval,
  type Polygons,
  type Relation,
  relationToArea,
  type Target,
  type Uncertainty,
  uncertaintyOf,
} from '@corridor/geography';
import type { GeographyContext } from './geography-context.ts';
import type { IncidentColumns } from './incident-columns.ts';
import { NearPlaces } from './near-places.ts';
import { INSIDE, OUTSIDE, POSSIBLE } from './relation-codes.ts';
import { reachOfArea, TargetReach, UncertaintyBalls } from './target-reach.ts';

/** What of a table's columns its geometry depends on. */
export type PlacesAndDistricts = Pick<IncidentColumns, 'places' | 'districts'>;

/** How a place is drawn: not at all, as a point, or as the area of its district. */
export const UNDRAWN = 0;
export const POINT = 1;
export const AREA = 2;

const CODE_OF: Readonly<Record<Relation, number>> = { outside: OUTSIDE, possible: POSSIBLE, inside: INSIDE };
/** A target's distances are computed up to the least of these that is no less than the radius. */
const REACHES_KM = [15, 30, 60, 125, 250, 500] as const;

interface KnownTarget {
  readonly target: Target;
  readonly radiusKm: number;
}

/** All sites or all routes, in the order of the portfolio, and what is kept of each. */
interface TargetsOfKind {
  readonly targets: readonly (KnownTarget | undefined)[];
  readonly near: (NearPlaces | undefined)[];
}

/**
 * Geometry of a table's distinct places, whatever the number of incidents: O(places) for each new site or area. The
 * first ring or width costs about 10 ns for a place out of reach, and a distance for each other; another radius within
 * the same reach a comparison for each place in reach. Places with the same point and precision, or in the same district, share their distances.
 */
export class PlaceGeometry {
  readonly count: number;
  /** UNDRAWN, POINT or AREA by place. */
  readonly drawn: Uint8Array;
  /** The same as a column of the places. */
  readonly drawnAs: CodeColumn;
  /** Where a place is drawn, degrees: its point, or its district's centre; NaN where it is not. */
  readonly longitude: Float64Array;
  readonly latitude: Float64Array;
  readonly #geography: GeographyContext;
  /** Distinct uncertainties, and which of them each place has; `#uncertainties.length` for none. */
  readonly #uncertainties: Uncertainty[] = [];
  readonly #uncertaintyOf: Uint32Array;
  readonly #balls: UncertaintyBalls;
  readonly #targets = new Map<string, KnownTarget>();
  readonly #near = new Map<KnownTarget, NearPlaces>();
  readonly #ofKind: Readonly<Record<'site' | 'route', TargetsOfKind>>;

  constructor(columns: PlacesAndDistricts, geography: GeographyContext) {
    const { places, districts } = columns;
    this.count = places.count;
    this.#geography = geography;
    this.drawn = new Uint8Array(places.count);
    this.drawnAs = { kind: 'codes', codes: this.drawn, cardinality: 3 };
    this.longitude = new Float64Array(places.count).fill(Number.NaN);
    this.latitude = new Float64Array(places.count).fill(Number.NaN);
    this.#uncertaintyOf = new Uint32Array(places.count);
    this.#placeAll(columns, new Map(districts.map((district) => [district, centreOf(district, geography)])));
    this.#balls = new UncertaintyBalls(this.#uncertainties);
    for (const { id, latitude, longitude, radiusKm } of geography.sites) {
      this.#targets.set(`site ${id}`, { target: { kind: 'point', at: [longitude, latitude] }, radiusKm });
    }
    for (const { id, line, radiusKm } of geography.routes) {
      this.#targets.set(`route ${id}`, { target: { kind: 'line', line }, radiusKm });
    }
    const ofKind = (kind: 'site' | 'route', ids: readonly { readonly id: string }[]): TargetsOfKind => {
      const targets = ids.map(({ id }) => this.#targets.get(`${kind} ${id}`));
      return { targets, near: [] };
    };
    this.#ofKind = { site: ofKind('site', geography.sites), route: ofKind('route', geography.routes) };
  }

  /** OUTSIDE, POSSIBLE or INSIDE by place, for a site or route and its own radius or another; null when there is no such target. */
  relationTo(kind: 'site' | 'route', id: string, otherRadiusKm?: number): Uint8Array | null {
    const known = this.#targets.get(`${kind} ${id}`);
    if (!known) return null;
    const radiusKm = otherRadiusKm ?? known.radiusKm;
    const relations = new Uint8Array(this.count);
    this.#nearPlaces(known, radiusKm).eachWithin(radiusKm, (place, relation) => {
      relations[place] = relation;
    });
    return relations;
  }

  /**
   * Sums what places count, certainly and possibly within each site's or route's own radius or another, in the order of
   * the portfolio. O(places within each).
   */
  sumNear(
    kind: 'site' | 'route',
    otherRadiusKm: number | undefined,
    counts: Uint32Array,
    inside: Float64Array,
    possible: Float64Array,
  ): void {
    const { near, targets } = this.#ofKind[kind];
    for (let index = 0; index < targets.length; index++) {
      const target = targets[index];
      if (!target) continue;
      const radiusKm = otherRadiusKm ?? target.radiusKm;
      let places = near[index];
      if (!places || places.reachKm < radiusKm) {
        places = this.#nearPlaces(target, radiusKm);
        near[index] = places;
      }
      places.sumWithin(radiusKm, counts, inside, possible, index);
    }
  }

  /**
   * Measures ahead what the first question about all sites and routes would have to: distances within each one's own
   * radius. Stops early when `isTimeUp` says so; returns whether all are measured.
   */
  measureAll(isTimeUp: () => boolean): boolean {
    for (const target of this.#targets.values()) {
      if (this.#near.has(target)) continue;
      if (isTimeUp()) return false;
      this.#nearPlaces(target, target.radiusKm);
    }
    return true;
  }

  /** Distances from the places in reach of a target. Kept. */
  #nearPlaces(known: KnownTarget, radiusKm: number): NearPlaces {
    const kept = this.#near.get(known);
    if (kept && kept.reachKm >= radiusKm) return kept;
    const near = this.#measureNear(known.target, REACHES_KM.find((reach) => reach >= radiusKm) ?? radiusKm);
    this.#near.set(known, near);
    return near;
  }

  #measureNear(target: Target, reachKm: number): NearPlaces {
    const reach = new TargetReach(target, reachKm);
    const byUncertainty = this.#uncertainties.map((uncertainty, index) =>
      this.#balls.isBeyond(index, reach) ? null : distanceInterval(uncertainty, target),
    );
    byUncertainty.push(null);
    const places: number[] = [];
    const distances: DistanceInterval[] = [];
    for (let place = 0; place < this.count; place++) {
      const distance = byUncertainty[this.#uncertaintyOf[place] ?? 0];
      if (!distance || distance.minKm > reachKm) continue;
      places.push(place);
      distances.push(distance);
    }
    return new NearPlaces(reachKm, places, distances);
  }

  /** OUTSIDE, POSSIBLE or INSIDE by place, for an area drawn by hand. */
  relationToArea(area: Area): Uint8Array {
    const reach = reachOfArea(area);
    return this.#byPlace((index) => {
      if (this.#balls.isBeyond(index, reach)) return OUTSIDE;
      const uncertainty = this.#uncertainties[index];
      return uncertainty ? CODE_OF[relationToArea(uncertainty, area)] : OUTSIDE;
    });
  }

  /** Distance of a place from a site or route; null without a usable place or such a target. Computed on each call. */
  intervalTo(kind: 'site' | 'route', id: string, place: number): DistanceInterval | null {
    const uncertainty = this.#uncertainties[this.#uncertaintyOf[place] ?? 0];
    const target = this.#targets.get(`${kind} ${id}`)?.target;
    return uncertainty && target ? distanceInterval(uncertainty, target) : null;
  }

  /** Visits the places within reach of a site or route, with their distances in kilometres; none for an unknown one. */
  eachNear(
    kind: 'site' | 'route',
    id: string,
    withinKm: number,
    visit: (place: number, minKm: number, maxKm: number) => void,
  ): void {
    const known = this.#targets.get(`${kind} ${id}`);
    if (known) this.#nearPlaces(known, withinKm).eachReached(withinKm, visit);
  }

  #byPlace(relationOf: (uncertainty: number) => number): Uint8Array {
    const known = this.#uncertainties.length;
    // One more, for places without: to read past the end takes longer than all the rest.
    const byUncertainty = new Uint8Array(known + 1).fill(OUTSIDE);
    for (let index = 0; index < known; index++) byUncertainty[index] = relationOf(index);
    const byPlace = new Uint8Array(this.count);
    for (let place = 0; place < byPlace.length; place++) {
      byPlace[place] = byUncertainty[this.#uncertaintyOf[place] ?? 0] ?? OUTSIDE;
    }
    return byPlace;
  }

  #placeAll(columns: PlacesAndDistricts, centres: ReadonlyMap<string, readonly [number, number] | null>): void {
    const { places, districts } = columns;
    const discs = new Map<string, number>();
    const areas = new Map<Polygons, number>();
    const without: number[] = [];
    for (let place = 0; place < places.count; place++) {
      const latitude = places.latitude[place] ?? Number.NaN;
      const longitude = places.longitude[place] ?? Number.NaN;
      const district = districts[places.district[place] ?? 0] ?? null;
      const uncertainty = uncertaintyOf(
        {
          latitude: Number.isNaN(latitude) ? null : latitude,
          longitude: Number.isNaN(longitude) ? null : longitude,
          precision: PLACE_PRECISIONS[places.precision[place] ?? 0] ?? 'country',
          district,
        },
        this.#geography.boundaries,
      );
      if (!uncertainty) without.push(place);
      else if (uncertainty.kind === 'disc') {
        const key = `${latitude} ${longitude} ${uncertainty.radiusKm}`;
        this.#uncertaintyOf[place] = this.#indexOf(discs, key, uncertainty);
        this.drawn[place] = POINT;
        this.longitude[place] = longitude;
        this.latitude[place] = latitude;
      } else {
        this.#uncertaintyOf[place] = this.#indexOf(areas, uncertainty.polygons, uncertainty);
        this.drawn[place] = AREA;
        const centre = district === null ? null : centres.get(district);
        this.longitude[place] = centre?.[0] ?? Number.NaN;
        this.latitude[place] = centre?.[1] ?? Number.NaN;
      }
    }
    for (const place of without) this.#uncertaintyOf[place] = this.#uncertainties.length;
  }

  #indexOf<K>(known: Map<K, number>, key: K, uncertainty: Uncertainty): number {
    const index = known.get(key) ?? this.#uncertainties.length;
    if (index === this.#uncertainties.length) {
      known.set(key, index);
      this.#uncertainties.push(uncertainty);
    }
    return index;
  }
}

function centreOf(district: string, { districts }: GeographyContext): readonly [number, number] | null {
  const known = districts.find(({ name }) => name === district);
  return known ? [known.longitude, known.latitude] : null;
}
