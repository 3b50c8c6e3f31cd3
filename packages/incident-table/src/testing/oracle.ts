import {
  type Answer,
  affectsChineseNationals,
  type BinArea,
  type BinCell,
  type Breakdown,
  type BreakdownRow,
  type CASUALTY_KINDS,
  type CasualtyTotals,
  type DimensionName,
  degreeParts,
  EVENT_TYPES,
  type Filter,
  GRADES,
  type GroupCount,
  type Incident,
  type IncidentSummary,
  meanDegrees,
  type NearPlace,
  PLACE_PRECISIONS,
  type Query,
  SEVERITIES,
  type Sort,
  STATUSES,
  SUB_EVENT_TYPES,
  severityOf,
  TARGET_TYPES,
  type Timeline,
  type TimelineMeasure,
  type TimeUnit,
} from '@corridor/domain';
import {
  type DistanceInterval,
  distanceInterval,
  type Relation,
  relationToArea,
  relationToRadius,
  type Target,
  uncertaintyOf,
} from '@corridor/geography';
import type { GeographyContext } from '../geography-context.ts';

/**
 * Answers queries record by record, as query.ts and filter.ts say, sharing nothing with the engine but the geography:
 * slow, and what the engine is tested against. O(incidents) for every number of the answer.
 */
export class Oracle {
  readonly #incidents: readonly Incident[];
  readonly #revision: number;
  readonly #geography: GeographyContext;
  readonly #intervals = new Map<string, DistanceInterval | null>();

  constructor(incidents: readonly Incident[], revision: number, geography: GeographyContext) {
    this.#incidents = incidents;
    this.#revision = revision;
    this.#geography = geography;
  }

  answer(query: Query): Answer {
    const { filter } = query;
    const matched = this.matching(filter);
    return {
      revision: this.#revision,
      totals: this.#totals(matched, filter),
      ...(query.timeline && { timeline: this.#timeline(query.timeline, filter) }),
      ...(query.groups && {
        groups: Object.fromEntries(query.groups.map((name) => [name, this.#groups(name, filter, ownParts(name))])),
      }),
      ...(query.counts && {
        counts: Object.fromEntries(query.counts.map((name) => [name, this.#groups(name, filter, [])])),
      }),
      ...(query.breakdowns && {
        breakdowns: query.breakdowns.map(({ by, unit }) => this.#breakdown(by, unit, matched, filter)),
      }),
      ...(query.bins && { bins: this.#bins(query.bins, matched) }),
      ...(query.page && { page: this.#page(query.page, matched) }),
      ...(query.surroundings && { surroundings: this.#surroundings(query.surroundings, matched) }),
    };
  }

  /** Incidents that match, parts named in `without` left out. Retracted ones match where the status is named or left out. */
  matching(filter: Filter, without: readonly (keyof Filter)[] = []): Incident[] {
    const kept: Filter = Object.fromEntries(
      Object.entries(filter).filter(([key]) => !without.some((name) => name === key)),
    );
    const anyStatus = without.includes('status');
    return this.#incidents.filter((incident) => this.#matches(incident, kept, anyStatus));
  }

  #matches(incident: Incident, f: Filter, anyStatus: boolean): boolean {
    const { occurred, place } = incident;
    const among = (wanted: readonly string[] | undefined, ...values: (string | null)[]) =>
      !wanted || wanted.length === 0 || values.some((value) => value !== null && wanted.includes(value));
    return (
      (f.q === undefined || matchesText(incident, f.q)) &&
      (f.from === undefined || occurred.start >= f.from) &&
      (f.to === undefined || occurred.start <= f.to) &&
      among(f.type, incident.eventType) &&
      among(f.subType, incident.subEventType) &&
      among(f.province, place.province) &&
      among(f.district, place.district) &&
      among(f.actor, ...incident.actors.map(({ name }) => name)) &&
      among(f.targetType, incident.targetType) &&
      (f.minSeverity === undefined || severity(incident) >= f.minSeverity) &&
      among(f.status, incident.status) &&
      (anyStatus || Boolean(f.status?.length) || incident.status !== 'retracted') &&
      among(f.grade, grade(incident)) &&
      (f.chinese === undefined || affectsChineseNationals(incident) === f.chinese) &&
      among(f.targetedSite, ...incident.targetedSites) &&
      among(f.origin, incident.origin) &&
      isCertainEnough(this.#nearRelation(incident, f), f) &&
      isCertainEnough(this.#areaRelation(incident, f), f)
    );
  }

  #nearRelation(incident: Incident, { site, route, radiusKm }: Filter): Relation | null {
    if (!site?.length && !route?.length) return null;
    const relations = [
      ...(site ?? []).map((id) => this.#relation(incident, 'site', id, radiusKm)),
      ...(route ?? []).map((id) => this.#relation(incident, 'route', id, radiusKm)),
    ];
    return relations.includes('inside') ? 'inside' : relations.includes('possible') ? 'possible' : 'outside';
  }

  #areaRelation({ place }: Incident, { area }: Filter): Relation | null {
    if (!area) return null;
    const uncertainty = uncertaintyOf(place, this.#geography.boundaries);
    return uncertainty ? relationToArea(uncertainty, area) : 'outside';
  }

  #relation(incident: Incident, kind: 'site' | 'route', id: string, radiusKm: number | undefined): Relation {
    const interval = this.#interval(incident, kind, id);
    const own = [...this.#geography.sites, ...this.#geography.routes].find((target) => target.id === id);
    return interval ? relationToRadius(interval, radiusKm ?? own?.radiusKm ?? 0) : 'outside';
  }

  #interval(incident: Incident, kind: 'site' | 'route', id: string): DistanceInterval | null {
    const key = `${kind} ${id} ${incident.id}`;
    const known = this.#intervals.get(key);
    if (known !== undefined) return known;
    const interval = this.#measure(incident, kind, id);
    this.#intervals.set(key, interval);
    return interval;
  }

  #measure({ place }: Incident, kind: 'site' | 'route', id: string): DistanceInterval | null {
    const uncertainty = uncertaintyOf(place, this.#geography.boundaries);
    const site = this.#geography.sites.find((candidate) => candidate.id === id);
    const route = this.#geography.routes.find((candidate) => candidate.id === id);
    const target: Target | null =
      kind === 'site'
        ? site
          ? { kind: 'point', at: [site.longitude, site.latitude] }
          : null
        : route
          ? { kind: 'line', line: route.line }
          : null;
    return uncertainty && target ? distanceInterval(uncertainty, target) : null;
  }

  #drawn({ place }: Incident): 'point' | 'area' | null {
    if (['exact', 'site', 'place', 'near-place'].includes(place.precision))
      return place.latitude === null ? null : 'point';
    if (place.precision !== 'district' || place.district === null) return null;
    return this.#geography.boundaries.districtPolygons(place.district) ? 'area' : null;
  }

  #totals(matched: readonly Incident[], filter: Filter): Answer['totals'] {
    const drawn = matched.map((incident) => this.#drawn(incident));
    const restricted = filter.area || filter.site?.length || filter.route?.length;
    const inside = matched.filter((incident) =>
      [this.#nearRelation(incident, filter), this.#areaRelation(incident, filter)].every(
        (relation) => relation === null || relation === 'inside',
      ),
    ).length;
    return {
      matched: matched.length,
      located: drawn.filter((kind) => kind !== null).length,
      areas: drawn.filter((kind) => kind === 'area').length,
      unlocated: drawn.filter((kind) => kind === null).length,
      casualties: casualties(matched),
      near: restricted ? { inside, possible: matched.length - inside } : null,
      developments: matched.filter(({ eventType }) => eventType === 'Strategic developments').length,
    };
  }

  /** The values of an incident in a dimension; for rings those that have the relation. */
  #valuesOf(
    incident: Incident,
    by: DimensionName,
    radiusKm: number | undefined,
    wanted: Relation = 'inside',
  ): (string | null)[] {
    const { place } = incident;
    switch (by) {
      case 'type':
        return [incident.eventType];
      case 'subType':
        return [incident.subEventType];
      case 'province':
        return [place.province];
      case 'district':
        return [place.district];
      case 'actor':
        return incident.actors.length === 0 ? [null] : [...new Set(incident.actors.map(({ name }) => name))];
      case 'targetType':
        return [incident.targetType];
      case 'severity':
        return [String(severity(incident))];
      case 'status':
        return [incident.status];
      case 'grade':
        return [grade(incident)];
      case 'chinese':
        return [affectsChineseNationals(incident) ? 'true' : 'false'];
      case 'targetedSite':
        return [...new Set(incident.targetedSites)];
      case 'site':
      case 'route':
        return (by === 'site' ? this.#geography.sites : this.#geography.routes)
          .map(({ id }) => id)
          .filter((id) => this.#relation(incident, by, id, radiusKm) === wanted);
    }
  }

  /** Every known value, in the order in which they are listed. */
  values(by: DimensionName): string[] {
    const { districts, routes, sites } = this.#geography;
    const alphabetical = (values: readonly (string | null)[]) =>
      [...new Set(values.filter((value) => value !== null))].sort((a, b) => (a < b ? -1 : 1));
    const used = () => this.#incidents.flatMap((incident) => this.#valuesOf(incident, by, undefined));
    switch (by) {
      case 'type':
        return [...EVENT_TYPES];
      case 'subType':
        return EVENT_TYPES.flatMap((type) => [...SUB_EVENT_TYPES[type]]);
      case 'province':
        return alphabetical([...used(), ...districts.map(({ province }) => province)]);
      case 'district':
        return alphabetical([...used(), ...districts.map(({ name }) => name)]);
      case 'actor':
        return alphabetical(used());
      case 'targetType':
        return [...TARGET_TYPES];
      case 'severity':
        return SEVERITIES.map(String);
      case 'status':
        return [...STATUSES];
      case 'grade':
        return [...GRADES];
      case 'chinese':
        return ['false', 'true'];
      case 'targetedSite':
        return alphabetical([...used(), ...sites.map(({ id }) => id), ...routes.map(({ id }) => id)]);
      case 'site':
        return sites.map(({ id }) => id);
      case 'route':
        return routes.map(({ id }) => id);
    }
  }

  #groups(by: DimensionName, filter: Filter, without: readonly (keyof Filter)[]): GroupCount[] {
    const incidents = this.matching(filter, without);
    const keys: (string | null)[] = [...this.values(by), null];
    return keys
      .map((key): GroupCount => {
        const count = incidents.filter((i) => this.#valuesOf(i, by, filter.radiusKm).includes(key)).length;
        const isNear = by === 'site' || by === 'route';
        const possible = isNear
          ? incidents.filter((i) => this.#valuesOf(i, by, filter.radiusKm, 'possible').includes(key)).length
          : 0;
        return { key, count, possible };
      })
      .filter(({ key, count }) => key !== null || count > 0)
      .sort(byCount);
  }

  #starts(unit: TimeUnit, { from, to }: Filter): string[] {
    const dates = this.#incidents.map(({ occurred }) => occurred.start).sort();
    const [first, last] = [dates[0], dates.at(-1)];
    if (first === undefined || last === undefined) return [];
    const starts = new Set<string>();
    const end = to !== undefined && to < last ? to : last;
    for (let date = from !== undefined && from > first ? from : first; date <= end; date = nextDate(date)) {
      starts.add(bucketOf(date, unit));
    }
    return [...starts];
  }

  #series(
    unit: TimeUnit,
    starts: readonly string[],
    incidents: readonly Incident[],
    measure: TimelineMeasure = 'incidents',
  ): number[] {
    const placed = incidents.filter(({ occurred }) => isFineEnough(occurred.precision, unit));
    return starts.map((start) => {
      const inBucket = placed.filter(({ occurred }) => bucketOf(occurred.start, unit) === start);
      if (measure === 'incidents') return inBucket.length;
      return inBucket.reduce((sum, incident) => sum + (incident.casualties[measure]?.best ?? 0), 0);
    });
  }

  #timeline({ unit, stackBy, ignorePeriod, measure }: NonNullable<Query['timeline']>, filter: Filter): Timeline {
    const incidents = this.matching(filter, ignorePeriod ? ['from', 'to'] : []);
    const starts = this.#starts(unit, ignorePeriod ? {} : filter);
    const imprecise = incidents.filter(({ occurred }) => !isFineEnough(occurred.precision, unit)).length;
    const keys: (string | null)[] = stackBy ? [...this.values(stackBy), null] : [null];
    const series = keys.flatMap((key) => {
      const own = stackBy
        ? incidents.filter((incident) => this.#valuesOf(incident, stackBy, filter.radiusKm).includes(key))
        : incidents;
      const occurs = own.some(({ occurred }) => isFineEnough(occurred.precision, unit));
      return occurs || !stackBy ? [{ key, counts: this.#series(unit, starts, own, measure) }] : [];
    });
    return { unit, starts, imprecise, series };
  }

  #breakdown(by: DimensionName, unit: TimeUnit | undefined, matched: readonly Incident[], filter: Filter): Breakdown {
    const starts = unit ? this.#starts(unit, filter) : [];
    const keys: (string | null)[] = [...this.values(by), null];
    const rows = keys.map((key): BreakdownRow => {
      const own = matched.filter((i) => this.#valuesOf(i, by, filter.radiusKm).includes(key));
      const newest = own.toSorted(byNewest);
      const gravest = own.toSorted(
        (a, b) =>
          severity(b) - severity(a) ||
          (b.casualties.killed?.best ?? 0) - (a.casualties.killed?.best ?? 0) ||
          byNewest(a, b),
      );
      return {
        key,
        count: own.length,
        possible:
          by === 'site' || by === 'route'
            ? matched.filter((i) => this.#valuesOf(i, by, filter.radiusKm, 'possible').includes(key)).length
            : 0,
        byType: byType(own),
        casualties: casualties(own),
        last: newest[0] ? summary(newest[0]) : null,
        worst: gravest[0] ? summary(gravest[0]) : null,
        series: unit ? this.#series(unit, starts, own) : [],
      };
    });
    return {
      by,
      unit: unit ?? null,
      starts,
      rows: rows.filter(({ key, count }) => key !== null || count > 0).sort(byCount),
    };
  }

  #bins(
    { bbox, zoom, cellPx = 64, exclude }: NonNullable<Query['bins']>,
    matched: readonly Incident[],
  ): NonNullable<Answer['bins']> {
    const [west, south, east, north] = bbox;
    const cells = new Map<string, { x: number; y: number; incidents: Incident[] }>();
    const areas = new Map<string, Incident[]>();
    for (const incident of matched) {
      const { district, latitude, longitude } = incident.place;
      if (incident.id === exclude) continue;
      if (this.#drawn(incident) === 'area' && district !== null) {
        const points = this.#geography.boundaries.districtPolygons(district)?.flat(2) ?? [];
        const lons = points.map(([lon]) => lon);
        const lats = points.map(([, lat]) => lat);
        const apart =
          Math.min(...lons) > east ||
          Math.max(...lons) < west ||
          Math.min(...lats) > north ||
          Math.max(...lats) < south;
        if (!apart) areas.set(district, [...(areas.get(district) ?? []), incident]);
      } else if (this.#drawn(incident) === 'point' && latitude !== null && longitude !== null) {
        if (longitude < west || longitude > east || latitude < south || latitude > north) continue;
        const pixels = 256 * 2 ** zoom;
        const x = Math.floor(((longitude + 180) / 360) * (pixels / cellPx));
        const mercator = Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) / Math.PI;
        const y = Math.floor(((1 - mercator) / 2) * (pixels / cellPx));
        const cell = cells.get(`${x} ${y}`) ?? { x, y, incidents: [] };
        cell.incidents.push(incident);
        cells.set(`${x} ${y}`, cell);
      }
    }
    return {
      cells: [...cells.values()].sort((a, b) => a.y - b.y || a.x - b.x).map(({ incidents }) => toCell(incidents)),
      areas: [...areas]
        .map(([district, own]): BinArea => ({ district, count: own.length, byType: byType(own) }))
        .sort((a, b) => (a.district < b.district ? -1 : 1)),
    };
  }

  #page(
    { distanceTo, held, limit, offset, sort, within }: NonNullable<Query['page']>,
    matched: readonly Incident[],
  ): NonNullable<Answer['page']> {
    const inBox = matched.filter((incident) => {
      if (!within) return true;
      const drawn = this.#drawn(incident);
      const centre = this.#geography.districts.find(({ name }) => name === incident.place.district);
      const at = drawn === 'point' ? incident.place : drawn === 'area' ? centre : undefined;
      if (!at || at.longitude === null || at.latitude === null) return false;
      return (
        at.longitude >= within[0] && at.longitude <= within[2] && at.latitude >= within[1] && at.latitude <= within[3]
      );
    });
    const listed = this.sorted(inBox, sort);
    const stood = new Map(held?.ids.map((id, nth) => [id, held.index + nth]));
    const first = held?.ids.find((each) => listed.some(({ id }) => id === each));
    const moved = first === undefined ? 0 : listed.findIndex(({ id }) => id === first) - (stood.get(first) ?? 0);
    const start = Math.max(0, offset + moved);
    const shown = listed.slice(start, start + limit);
    return {
      ...(held && { offset: start }),
      total: inBox.length,
      items: shown.map(summary),
      ...(distanceTo && {
        distances: shown.map((incident) => this.#interval(incident, distanceTo.kind, distanceTo.id)),
      }),
    };
  }

  /** Incidents in order: those without a value last, ties by date (newest first), then id. */
  sorted(incidents: readonly Incident[], { by, descending }: Sort): Incident[] {
    const keyOf = (incident: Incident): string | number | null => {
      switch (by) {
        case 'date':
          return incident.occurred.start;
        case 'severity':
          return severity(incident);
        case 'killed':
        case 'wounded':
          return incident.casualties[by]?.best ?? null;
        case 'title':
          return fold(incident.title);
        case 'district':
          return incident.place.district === null ? null : fold(incident.place.district);
        case 'actor':
          return incident.actors[0] ? fold(incident.actors[0].name) : null;
        case 'targetType':
          return TARGET_TYPES.indexOf(incident.targetType);
        case 'grade':
          return grade(incident);
      }
    };
    return incidents.toSorted((a, b) => {
      const [x, y] = [keyOf(a), keyOf(b)];
      if (x !== null && y !== null && x !== y) return x < y === descending ? 1 : -1;
      if (x === null && y !== null) return 1;
      if (x !== null && y === null) return -1;
      return byNewest(a, b);
    });
  }

  /** Each incident on its own, then what agrees in its facts counted together. */
  #surroundings(
    { kind, id, withinKm }: NonNullable<Query['surroundings']>,
    matched: readonly Incident[],
  ): NonNullable<Answer['surroundings']> {
    const byFacts = new Map<string, { facts: Omit<NearPlace, 'count' | 'byType'>; incidents: Incident[] }>();
    for (const incident of matched) {
      const interval = this.#interval(incident, kind, id);
      if (!interval || interval.minKm > withinKm) continue;
      const { district, latitude, longitude, precision } = incident.place;
      const isPoint = this.#drawn(incident) === 'point';
      const at = { longitude: isPoint ? longitude : null, latitude: isPoint ? latitude : null };
      const facts = { ...at, placePrecision: precision, district, minKm: interval.minKm, maxKm: interval.maxKm };
      const same = byFacts.get(JSON.stringify(facts)) ?? { facts, incidents: [] };
      same.incidents.push(incident);
      byFacts.set(JSON.stringify(facts), same);
    }
    const rank = (place: NearPlace) => [
      place.minKm,
      place.maxKm,
      place.longitude ?? Number.POSITIVE_INFINITY,
      place.latitude ?? Number.POSITIVE_INFINITY,
      PLACE_PRECISIONS.indexOf(place.placePrecision),
      place.district ?? '\uffff',
    ];
    return [...byFacts.values()]
      .map(({ facts, incidents }) => ({ ...facts, count: incidents.length, byType: byType(incidents) }))
      .sort((a, b) => {
        const other = rank(b);
        const pairs = rank(a).map((own, index) => [own, other[index] ?? own] as const);
        const [own, its] = pairs.find(([one, two]) => one !== two) ?? [0, 0];
        return own < its ? -1 : own > its ? 1 : 0;
      });
  }
}

function toCell(incidents: readonly Incident[]): BinCell {
  const lons = incidents.map(({ place }) => place.longitude ?? 0);
  const lats = incidents.map(({ place }) => place.latitude ?? 0);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const mean = (values: readonly number[]) => {
    const parts = values.map(degreeParts);
    return meanDegrees(sum(parts.map(([coarse]) => coarse)), sum(parts.map(([, fine]) => fine)), values.length);
  };
  const [only] = incidents;
  return {
    longitude: mean(lons),
    latitude: mean(lats),
    count: incidents.length,
    byType: byType(incidents),
    only: incidents.length === 1 && only ? summary(only) : null,
    extent: [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)],
  };
}

function isCertainEnough(relation: Relation | null, { certainty }: Filter): boolean {
  if (relation === null || relation === 'inside') return true;
  return relation === 'possible' && certainty !== 'inside';
}

function matchesText({ actors, place, summary: text, title }: Incident, q: string): boolean {
  const words = [title, text, place.name, ...actors.map(({ name }) => name)].flatMap(wordsIn);
  return wordsIn(q).every((prefix) => words.some((word) => word.startsWith(prefix)));
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase();
}

function wordsIn(text: string): string[] {
  return fold(text)
    .split(/[^\p{Letter}\p{Number}]/u)
    .filter((word) => word !== '');
}

function severity({ casualties: tolls, eventType, subEventType }: Incident): number {
  return severityOf({
    eventType,
    subEventType,
    killed: tolls.killed?.best ?? null,
    wounded: tolls.wounded?.best ?? null,
    abducted: tolls.abducted?.best ?? null,
  });
}

function grade(incident: Incident): string {
  return incident.grade.reliability + incident.grade.credibility;
}

function byNewest(a: Incident, b: Incident): number {
  if (a.occurred.start !== b.occurred.start) return a.occurred.start > b.occurred.start ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function byCount(a: GroupCount, b: GroupCount): number {
  return b.count - a.count || (a.key === null ? 1 : b.key === null ? -1 : a.key < b.key ? -1 : 1);
}

function byType(incidents: readonly Incident[]): number[] {
  return EVENT_TYPES.map((type) => incidents.filter(({ eventType }) => eventType === type).length);
}

function casualties(incidents: readonly Incident[]): CasualtyTotals {
  const toll = (kind: (typeof CASUALTY_KINDS)[number]) => {
    const known = incidents.map((incident) => incident.casualties[kind]).filter((range) => range !== null);
    const sum = (figure: 'low' | 'best' | 'high') => known.reduce((total, range) => total + range[figure], 0);
    return { low: sum('low'), best: sum('best'), high: sum('high'), unknown: incidents.length - known.length };
  };
  return {
    killed: toll('killed'),
    wounded: toll('wounded'),
    abducted: toll('abducted'),
    attackersKilled: toll('attackersKilled'),
    chineseKilled: toll('chineseKilled'),
    chineseWounded: toll('chineseWounded'),
  };
}

function isFineEnough(precision: Incident['occurred']['precision'], unit: TimeUnit): boolean {
  if (precision === 'year') return unit === 'year';
  if (precision === 'month') return unit !== 'day' && unit !== 'week';
  return precision === 'day' || unit !== 'day';
}

function nextDate(date: string): string {
  const next = new Date(`${date}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

function bucketOf(date: string, unit: TimeUnit): string {
  if (unit === 'day') return date;
  if (unit === 'week') {
    const monday = new Date(`${date}T00:00:00Z`);
    while (monday.getUTCDay() !== 1) monday.setUTCDate(monday.getUTCDate() - 1);
    return monday.toISOString().slice(0, 10);
  }
  if (unit === 'year') return `${date.slice(0, 4)}-01-01`;
  const month = Number(date.slice(5, 7));
  const first = unit === 'month' ? month : 3 * Math.floor((month - 1) / 3) + 1;
  return `${date.slice(0, 5)}${String(first).padStart(2, '0')}-01`;
}

/** An incident as lists show it, straight from the record. */
export function summary(incident: Incident): IncidentSummary {
  const { actors, occurred, place } = incident;
  const found = SEVERITIES.find((value) => value === severity(incident));
  return {
    id: incident.id,
    title: incident.title,
    start: occurred.start,
    end: occurred.end,
    datePrecision: occurred.precision,
    eventType: incident.eventType,
    subEventType: incident.subEventType,
    actors: [...new Set(actors.map(({ name }) => name))],
    actorClaim: actors[0]?.claim ?? 'unknown',
    targetType: incident.targetType,
    targetedSites: [...new Set(incident.targetedSites)],
    placeName: place.name,
    province: place.province,
    district: place.district,
    latitude: place.latitude,
    longitude: place.longitude,
    placePrecision: place.precision,
    ...incident.casualties,
    severity: found ?? 1,
    status: incident.status,
    grade: `${incident.grade.reliability}${incident.grade.credibility}`,
    chinese: affectsChineseNationals(incident),
    summarisesDay: incident.summarisesDay,
    origin: incident.origin,
  };
}

/** What of a filter a facet leaves out of its own counts. */
function ownParts(by: DimensionName): readonly (keyof Filter)[] {
  if (by === 'severity') return ['minSeverity'];
  return by === 'site' || by === 'route' ? ['site', 'route'] : [by];
}
