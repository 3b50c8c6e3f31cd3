import { randomBytes } from 'node:crypto';
import { type Draft, OWN_ORIGIN, type PortfolioInfo } from '@corridor/domain';
import type { IdempotencyKey } from '@corridor/store';
import { checkReferences } from './check-incident.ts';
import type { IncidentDetail } from './show-incident.ts';
import { detailAt, type WritingDeps, writeRecords } from './write-records.ts';

export interface Filer {
  readonly id: string;
}

/**
 * Files a new incident, once for each key. Gives the record as it was filed, also when the key was used before. With it the
 * draft of an article that it was made of is decided.
 */
export async function fileIncident(
  deps: WritingDeps & { readonly info: PortfolioInfo },
  { id: by }: Filer,
  draft: Draft,
  once: IdempotencyKey | null,
  draftId: string | null = null,
): Promise<IncidentDetail> {
  checkReferences(draft, { info: deps.info, known: deps.live.current().known });
  const id = newIncidentId(draft);
  const incident = { id, ...draft, status: 'reported', origin: OWN_ORIGIN, licence: deps.info.licence } as const;
  const { repeats, revision } = await writeRecords(deps, {
    ...{ by, reason: 'filed', action: 'incident.file', subject: id, expected: [{ id, version: 0 }] },
    ...(once ? { once } : {}),
    ...(draftId === null ? {} : { detail: { draft: draftId }, settles: { id: draftId, as: 'filed', incident: id } }),
    decide: () => ({ save: [incident] }),
  });
  return detailAt(deps, repeats ?? id, revision);
}

/** The day says roughly what it is; 40 random bits make it unlike any other. */
export function newIncidentId({ occurred }: Pick<Draft, 'occurred'>): string {
  return `cw-${occurred.start}-${randomBytes(5).toString('hex')}`;
}
