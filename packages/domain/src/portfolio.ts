import type { Incident } from './incident.ts';
import type { RowIssue } from './issue.ts';
import type { Route, Site } from './site.ts';
import type { ActorKind } from './taxonomy.ts';

/** West, south, east, north in degrees. */
export type BBox = readonly [west: number, south: number, east: number, north: number];

export interface Actor {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: ActorKind;
  readonly note: string;
}

export interface Province {
  /** As records name it. */
  readonly name: string;
  /** As tables and maps print it. */
  readonly shortName: string;
  /** Other spellings, in English and Urdu. */
  readonly aliases: readonly string[];
  /** Key `p` of its polygon in the base map. */
  readonly boundaryId: string;
  /** Where its name stands on the map (longitude, latitude). */
  readonly label: readonly [number, number];
}

export interface District {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly province: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Key `id` of the polygon that stands for it in the base map. */
  readonly boundaryId: string;
  /** `parent`: the district is newer than the polygons, its parent's stands for it. */
  readonly boundaryMatch: 'own' | 'parent';
}

export interface GazetteerPlace {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly province: string;
  readonly district: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly kind: string;
}

export interface Credit {
  readonly what: string;
  readonly who: string;
  readonly licence: string;
  readonly url: string | null;
}

/** A stretch of time in which records are known to be sparse: charts shade it. */
export interface CoverageNote {
  readonly from: string;
  readonly to: string;
  readonly note: string;
}

export interface MapLabel {
  readonly name: string;
  readonly kind: 'country' | 'sea';
  readonly at: readonly [longitude: number, latitude: number];
}

/** What the dashboard needs to know of a portfolio before it draws anything. */
export interface PortfolioInfo {
  readonly id: string;
  readonly name: string;
  readonly subtitle: string;
  readonly bounds: BBox;
  readonly timeZone: string;
  /** Key `a` of the country the portfolio lies in, in the base map. */
  readonly countryId: string;
  readonly licence: string;
  readonly credits: readonly Credit[];
  readonly coverageNotes: readonly CoverageNote[];
  readonly provinces: readonly Province[];
  readonly districts: readonly District[];
  readonly actors: readonly Actor[];
  readonly mapLabels: readonly MapLabel[];
  /** How borders are drawn, in words, for the truth bar and every map export. */
  readonly borderNote: string;
  readonly mapAttribution: string;
  /** What readers should know of the data's quality. */
  readonly dataNote: string;
}

/** `/v1/portfolio`: the portfolio, and what the store holds of it at a revision. */
export interface PortfolioAnswer extends PortfolioInfo {
  readonly revision: number;
  /** ISO dates of the first and last incident; null where there are none. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly incidents: number;
  readonly sites: number;
  readonly routes: number;
  /** Rows of the portfolio's files that were refused. */
  readonly issues: number;
  /** Raster tiles that the operator wants under the map. */
  readonly tilesUrl: string | null;
}

/** The files of the base map, as JSON values: TopoJSON for lines and areas, `[name, lon, lat, population, rank, country]` rows for towns. */
export interface Basemap {
  readonly base: unknown;
  readonly rivers: unknown;
  readonly disputed: unknown;
  readonly cities: unknown;
}

/** A country's or corridor's data, handed to the apps: another country is another package of this shape. */
export interface Portfolio {
  readonly info: PortfolioInfo;
  /** Names and codes by which foreign data call the country. */
  readonly countryNames: readonly string[];
  readonly basemap: Basemap;
  readonly gazetteer: readonly GazetteerPlace[];
  readonly sites: readonly Site[];
  readonly routes: readonly Route[];
  readonly incidents: readonly Incident[];
  /** Rows that were refused on loading; everything else is in. */
  readonly issues: readonly RowIssue[];
}
