export { AREA_SYNTAX, type Area, formatArea, MAX_AREA_POINTS, parseArea } from './area.ts';
export { DRAFT_KINDS, DRAFT_STATES, type DraftKind, type DraftState } from './article-drafts.ts';
export { AS_OF_SYNTAX, type AsOf, endOfDay, parseAsOf } from './as-of.ts';
export { affectsChineseNationals, CASUALTY_KINDS, type CasualtyKind, MAX_TOLL } from './casualties.ts';
export { coveredByRhythm, coveredMonths, type Span, uncoveredPart, uncoveredWithin } from './coverage.ts';
export { CSV_BOM, type CsvCell, formatCsvRow } from './csv.ts';
export {
  addMonths,
  type DayNumber,
  dayOf,
  isoOf,
  monthsUpTo,
  nextUnit,
  type Period,
  parseDay,
  periodBefore,
  startOfUnit,
  TIME_UNITS,
  type TimeUnit,
} from './days.ts';
export {
  type Draft,
  type DraftChanges,
  draftChangesSchema,
  draftOf,
  draftSchema,
  type UnfinishedDraft,
  unfinishedDraftSchema,
} from './draft.ts';
export {
  DUPLICATE_REASONS,
  DUPLICATE_THRESHOLD,
  type DuplicateReason,
  type DuplicateScore,
  daysApart,
  MAX_DAYS_APART,
  SHARED_SOURCE,
  scoreDuplicate,
} from './duplicate-score.ts';
export {
  CERTAINTIES,
  type Certainty,
  EMPTY_FILTER,
  type Filter,
  type FilterKey,
  MAX_RADIUS_KM,
  MAX_TEXT_LENGTH,
  MAX_VALUES,
} from './filter.ts';
export {
  FILTER_KEYS,
  type FilterParams,
  type FilterResult,
  filterParamSchemas,
  type ParamIssue,
  parseFilterParams,
  toFilterParams,
  toFilterQuery,
} from './filter-params.ts';
export { foldText, wordsOf } from './fold-text.ts';
export {
  broughtBy,
  IMPORT_COUNTS,
  IMPORT_ISSUE_KINDS,
  IMPORT_STATES,
  type ImportCounts,
  type ImportIssueKind,
  type ImportState,
  RUNNING_IMPORT_STATES,
} from './imports.ts';
export {
  type Casualties,
  type Claim,
  casualtiesSchema,
  claimSchema,
  gradeSchema,
  hasOwnSubType,
  type Incident,
  incidentSchema,
  involvedActorSchema,
  isoDateSchema,
  occurredSchema,
  type Place,
  placeSchema,
  type Range,
  rangeSchema,
  recordIdSchema,
  type Source,
  sourceSchema,
  type TableIncident,
} from './incident.ts';
export { countOrigins } from './independent-sources.ts';
export { formatIssue, type RowIssue } from './issue.ts';
export {
  CODED_FIELDS,
  type CodedField,
  DATE_ORDERS,
  MAPPED_FIELDS,
  type MappedField,
} from './mapped-fields.ts';
export { degreeParts, meanDegrees } from './mean-degrees.ts';
export {
  countedOnly,
  DEFAULT_ORIGIN_RULES,
  ORIGIN_RULES_SYNTAX,
  type OriginRules,
  type OriginTest,
  parseOriginRules,
} from './origin-policy.ts';
export { isForeignOrigin, OWN_ORIGIN } from './own-origin.ts';
export type {
  Actor,
  Basemap,
  BBox,
  CoverageNote,
  Credit,
  District,
  GazetteerPlace,
  MapLabel,
  Portfolio,
  PortfolioAnswer,
  PortfolioInfo,
  Province,
} from './portfolio.ts';
export { type InvalidParameter, PROBLEM_CODES, Problem, type ProblemCode } from './problem.ts';
export {
  type Answer,
  type BinArea,
  type BinCell,
  type Bins,
  type BinsRequest,
  type Breakdown,
  type BreakdownRequest,
  type BreakdownRow,
  type CasualtyTotals,
  casualtyTotals,
  DEFAULT_SORT,
  DIMENSIONS,
  type DimensionName,
  type Distance,
  type GroupCount,
  type HeldRows,
  type IncidentSummary,
  MAX_HELD,
  MAX_SURROUNDINGS_KM,
  type NearPlace,
  type Page,
  type PageRequest,
  type Query,
  SORT_KEYS,
  type Sort,
  type SortKey,
  type SurroundingsRequest,
  type TargetRef,
  TIMELINE_MEASURES,
  type Timeline,
  type TimelineMeasure,
  type TimelineRequest,
  type TimelineSeries,
  type Toll,
  type Totals,
} from './query.ts';
export { ROLES, type Role } from './roles.ts';
export { originsNamed, parseRules, type RulesByOrigin, ruleOf } from './rules-by-origin.ts';
export { type SeverityInput, severityOf } from './severity.ts';
export {
  type Route,
  routeSchema,
  SITE_SECTORS,
  SITE_STATUSES,
  type Site,
  type SiteSector,
  type SiteStatus,
  siteSchema,
} from './site.ts';
export {
  type NewRoute,
  type NewSite,
  newRouteSchema,
  newSiteSchema,
  newSourceSchema,
  type RouteChanges,
  routeChangesSchema,
  type SiteChanges,
  type SourceChanges,
  siteChangesSchema,
  sourceChangesSchema,
} from './target-draft.ts';
export {
  ACTOR_CLAIMS,
  ACTOR_KINDS,
  type ActorClaim,
  type ActorKind,
  ALL_SUB_EVENT_TYPES,
  COUNTED_STATUSES,
  CREDIBILITIES,
  type Credibility,
  DATE_PRECISIONS,
  type DatePrecision,
  DEVELOPMENT,
  EVENT_TYPES,
  type EventType,
  GRADES,
  type Grade,
  PLACE_PRECISIONS,
  type PlacePrecision,
  PRECISION_RADIUS_KM,
  RELIABILITIES,
  type Reliability,
  SEVERITIES,
  type Severity,
  STATUSES,
  type Status,
  SUB_EVENT_TYPES,
  type SubEventType,
  TARGET_TYPES,
  type TargetType,
  VIOLENT_TYPES,
} from './taxonomy.ts';
export { textFault } from './text-fault.ts';
export {
  evidenceLost,
  isB2OrBetter,
  missingFor,
  NEXT_STATUSES,
  RULE_KEYS,
  type RuleKey,
  type StatusOption,
  statusOptions,
  type WorkflowPersons,
} from './workflow.ts';
