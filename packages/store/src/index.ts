export type { AccountsConnection, AccountsDatabase } from './accounts-database.ts';
export type { Act, AuditEntry, AuditHead } from './audit/audit-entry.ts';
export type { AuditFault, AuditLink } from './audit/audit-fault.ts';
export { canonicalJson, type JsonObject } from './audit/canonical-json.ts';
export type { AuditCounts, AuditReport, AuditVerification } from './audit/verify-audit.ts';
export type { BackupManifest } from './backup/backup-lines.ts';
export { type BackupContent, inspectBackup } from './backup/read-backup.ts';
export { distributeStore } from './citus/distribute-store.ts';
export type { Comment, Discussion, IncidentPair } from './discussion.ts';
export type {
  DraftContent,
  DraftQuery,
  DraftSettlement,
  Drafts,
  ListedDraft,
  NewArticle,
  StoredArticle,
  StoredDraft,
} from './drafts.ts';
export type { Feeds, OriginState, SourceAttempt, SourceFault, WatchedState } from './feeds.ts';
export type { IdempotencyKey } from './idempotency.ts';
export type {
  BroughtRecord,
  ImportBatch,
  ImportDecision,
  ImportFailure,
  ImportIssue,
  ImportProgress,
  Imports,
  KnownOfPiece,
  SavedMapping,
  Searching,
  StandingIncident,
} from './imports/imports.ts';
export type { ExpectedVersion, IncidentWrite, PresentIncident, WriteDecision, WriteOutcome } from './incident-write.ts';
export type { Maintenance } from './maintenance/maintain-database.ts';
export { openMaintenance } from './maintenance/open-maintenance.ts';
export { type Restored, restoreBackup } from './maintenance/restore-backup.ts';
export { type OpenStoreOptions, openStore } from './open-store.ts';
export type { SqlEngine, SqlEngineState, SqlMatches } from './query/sql-engine.ts';
export type { PlaceRelations, SqlGeography, StoredPlace } from './query/sql-geography.ts';
export type { TextMatches } from './query/text-matches.ts';
export { toSummary } from './query/to-summary.ts';
export type { QueuePage, QueuePosition, QueueRequest } from './read-queue.ts';
export type {
  Changes,
  CitedSource,
  Creation,
  Filing,
  IncidentTexts,
  IncidentVersion,
  KeyedIncident,
  LoadedPortfolio,
  SourceCitations,
  SourceQuery,
  Store,
  StoredIncident,
  StoredSource,
  TargetVersion,
} from './store.ts';
export { StaleError, StoreError, type StoreErrorCode } from './store-error.ts';
