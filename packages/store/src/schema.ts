import type {
  ActorClaim,
  ActorKind,
  Claim,
  Credibility,
  DatePrecision,
  EventType,
  Grade,
  PlacePrecision,
  Reliability,
  Route,
  Site,
  SiteSector,
  SiteStatus,
  Status,
  SubEventType,
  TargetType,
} from '@corridor/domain';
import type { Generated, GeneratedAlways } from 'kysely';
import type { IncidentImage } from './record-image.ts';

/** The tables, as migrations/*.sql make them. Dates are ISO text, bigint is a number (see `openPool`). */
export interface Schema {
  portfolio: PortfolioTable;
  revision: RevisionTable;
  actor: ActorRow;
  source: SourceRow & { version: Generated<number> };
  site: TargetTable<SiteRow>;
  site_version: TargetVersionTable & { site_id: string; site: Site };
  site_source: LinkRow & { site_id: string; source_id: string };
  route: TargetTable<RouteRow>;
  route_version: TargetVersionTable & { route_id: string; route: Route };
  incident: IncidentRow;
  incident_actor: LinkRow & { incident_id: string; actor_name: string; claim: ActorClaim };
  incident_source: LinkRow & { incident_id: string; source_id: string };
  incident_site: LinkRow & { incident_id: string; site_id: string };
  incident_version: VersionTable;
  place: DictionaryTable<PlaceRow>;
  toll: DictionaryTable<TollRow>;
  term: DictionaryTable<TermRow>;
  incident_fact: FactRow;
  incident_text: TextRow;
  audit_entry: AuditEntryTable;
  import_batch: ImportTable & { id: Generated<number> };
  import_map: ImportTable;
  import_row: ImportTable;
  import_double: ImportTable;
  import_issue: ImportTable;
  import_mapping: ImportTable;
}

/** Read and written by hand-written SQL alone. */
type ImportTable = Readonly<Record<never, never>>;

interface PortfolioTable {
  id: string;
  name: string;
  loaded_at: Generated<Date>;
}

interface RevisionTable {
  value: number;
  last_key: number;
  derivation: number;
  audit_position: number;
  audit_hash: Buffer;
  audit_at: Generated<Date>;
}

/** Position in the record's list, from 0. */
interface LinkRow {
  position: number;
}

export interface ActorRow {
  name: string;
  position: number;
  aliases: string[];
  kind: ActorKind;
  note: string;
}

export interface SourceRow {
  id: string;
  /** Of its content: no two sources have the same. */
  signature: string;
  publisher: string;
  title: string;
  url: string;
  date: string | null;
  /** Null where nobody graded it. */
  grade: Grade | null;
  based_on: string;
}

/** A site or route with what the store adds. */
type TargetTable<Row> = Row & { version: number; revision: number };

export interface SiteRow {
  id: string;
  position: number;
  name: string;
  sector: SiteSector;
  kind: string;
  status: SiteStatus;
  corridor: string;
  province: string;
  district: string;
  location: string;
  latitude: number;
  longitude: number;
  precision: PlacePrecision;
  radius_km: number;
  capacity: number | null;
  capacity_unit: string;
  cost_musd: number | null;
  operator: string;
  chinese_partner: string;
  start_year: number | null;
  completion_year: number | null;
  notes: string;
}

export interface RouteRow {
  id: string;
  position: number;
  name: string;
  kind: string;
  status: SiteStatus;
  corridor: string;
  radius_km: number;
  line: [number, number][];
}

export interface IncidentRow extends TollColumns {
  id: string;
  key: number;
  title: string;
  summary: string;
  start_day: string;
  end_day: string;
  date_precision: DatePrecision;
  event_type: EventType;
  sub_event_type: SubEventType;
  target: string;
  target_type: TargetType;
  place_name: string;
  province: string | null;
  district: string | null;
  latitude: number | null;
  longitude: number | null;
  place_precision: PlacePrecision;
  reliability: Reliability;
  credibility: Credibility;
  status: Status;
  project_site: string;
  notes: string;
  claims: Claim[];
  summarises_day: boolean;
  origin: string;
  licence: string;
  version: number;
  revision: number;
  merged_into: string | null;
}

/** Three columns for each toll, null together. */
export type TollName = 'killed' | 'wounded' | 'abducted' | 'attackers_killed' | 'chinese_killed' | 'chinese_wounded';
export type TollColumns = { [Column in `${TollName}_${'low' | 'best' | 'high'}`]: number | null };

/** The database gives the id. */
type DictionaryTable<Row extends { id: number }> = Omit<Row, 'id'> & { id: GeneratedAlways<number> };

export interface PlaceRow {
  id: number;
  signature: string;
  latitude: number | null;
  longitude: number | null;
  precision: PlacePrecision;
  province: string | null;
  district: string | null;
  district_sort_key: string | null;
}

export interface TollRow extends TollColumns {
  id: number;
  signature: string;
}

/** The signature is the term itself. */
export interface TermRow {
  id: number;
  signature: string;
  sort_key: string;
}

/** Codes are positions in the lists of projection/codes.ts. */
export interface FactRow {
  incident_id: string;
  key: number;
  start_day: string;
  month: number;
  place_id: number;
  toll_id: number;
  date_precision: number;
  event_type: number;
  sub_event_type: number;
  target_type: number;
  severity: number;
  status: number;
  grade: number;
  chinese: boolean;
  actor_ids: number[];
  targeted_ids: number[];
}

export interface TextRow {
  incident_id: string;
  key: number;
  title_sort_key: string;
  words: string;
}

interface VersionTable {
  incident_id: string;
  version: number;
  revision: number;
  changed_at: Generated<Date>;
  changed_by: string;
  reason: string;
  incident: IncidentImage;
  merged_into: string | null;
  digest: Buffer | null;
}

interface TargetVersionTable {
  version: number;
  revision: number;
  changed_at: Date;
  changed_by: string;
  reason: string;
  digest: Buffer;
}

/** Read and written by hand-written SQL, which gives instants with all their digits and bytes as hex. */
interface AuditEntryTable {
  position: number;
  revision: number | null;
}
