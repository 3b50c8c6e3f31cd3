import type { RecordKind } from './written-versions.ts';

/** Which link is broken: an entry, a version of a record, or a record as it stands. */
export type AuditLink =
  | { readonly kind: 'entry'; readonly position: number }
  | { readonly kind: 'version'; readonly of: RecordKind; readonly id: string; readonly version: number }
  | { readonly kind: RecordKind; readonly id: string };

/** The first broken link, and in words what was found and what was expected. */
export interface AuditFault {
  readonly link: AuditLink;
  readonly message: string;
}

/** Ends a verification. Never leaves this folder: the verification's report holds the fault. */
export class BrokenLink extends Error {
  readonly fault: AuditFault;

  constructor(link: AuditLink, message: string) {
    super(message);
    this.name = 'BrokenLink';
    this.fault = { link, message };
  }
}
