import { type Draft, draftSchema } from '@corridor/domain';
import type { z } from 'zod';
import { formToDraft } from './form-to-draft.ts';
import type { FormValues } from './form-values.ts';

/** What can be wrong with a field; each has its words in the catalogue. */
export const FAULT_KEYS = [
  'required',
  'tooLong',
  'tooMany',
  'date',
  'dateOrder',
  'wholeNumber',
  'tollTooLarge',
  'tollOrder',
  'degrees',
  'bothCoordinates',
  'districtNeeded',
  'webAddress',
  'gradeBoth',
  'characters',
  'other',
] as const;
export type FaultKey = (typeof FAULT_KEYS)[number];

export interface Fault {
  /** The field, as a path into the record: `sources.0.url`. */
  readonly path: string;
  readonly key: FaultKey;
  /** The most that is allowed, of `tooLong`, `tooMany` and `tollTooLarge`. */
  readonly max?: number;
}

export type CheckedForm =
  | { readonly ok: true; readonly draft: Draft }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const MAX_REASON = 500;

/** Checks a form by the schema of drafts: the draft that it stands for, or what is wrong with each field. */
export function checkForm(values: FormValues, { withReason }: { readonly withReason: boolean }): CheckedForm {
  const result = draftSchema.safeParse(formToDraft(values));
  const faults = result.success ? [] : result.error.issues.map((issue) => faultOf(issue, values)).filter(isOwn(values));
  if (withReason) faults.push(...reasonFaults(values.reason.trim()));
  if (result.success && faults.length === 0) return { ok: true, draft: result.data };
  const first = faults.filter(({ path }, index) => faults.findIndex((one) => one.path === path) === index);
  return { ok: false, faults: first };
}

/** What is only missing because something else is, is not called wrong: a last day without a first, a sub-type of no type. */
function isOwn({ eventType, occurred }: FormValues): (fault: Fault) => boolean {
  return ({ path }) => {
    if (path === 'occurred.end') return occurred.end !== '';
    return path !== 'subEventType' || eventType !== '';
  };
}

function reasonFaults(reason: string): readonly Fault[] {
  if (reason === '') return [{ path: 'reason', key: 'required' }];
  return reason.length > MAX_REASON ? [{ path: 'reason', key: 'tooLong', max: MAX_REASON }] : [];
}

type Issue = z.core.$ZodIssue;

function faultOf(issue: Issue, values: FormValues): Fault {
  const path = issue.path.join('.');
  if (path === 'place') return placeFault(values);
  if (path === 'occurred') return { path: 'occurred.end', key: 'dateOrder' };
  if (isToll(path)) return { path: `${path}.best`, key: issue.code === 'custom' ? 'tollOrder' : 'required' };
  if (/^sources\.\d+\.grade\./.test(path)) return { path, key: 'gradeBoth' };
  if (issue.code === 'too_big') return tooBig(issue, path);
  if (issue.code === 'too_small' && issue.origin === 'string') return { path, key: 'required' };
  if (/\.(low|best|high)$/.test(path)) return { path, key: isBlank(path, values) ? 'required' : 'wholeNumber' };
  if (/\.(latitude|longitude)$/.test(path)) return { path, key: 'degrees' };
  if (/\.(url|source)$/.test(path)) return { path, key: isBlank(path, values) ? 'required' : 'webAddress' };
  if (/^occurred\.(start|end)$|\.date$/.test(path)) return { path, key: isBlank(path, values) ? 'required' : 'date' };
  if (isBlank(path, values)) return { path, key: 'required' };
  return { path, key: issue.code === 'custom' ? 'characters' : 'other' };
}

/** The place's own rules: both coordinates or none, and a district where the precision needs one. */
function placeFault({ place }: FormValues): Fault {
  const [hasLatitude, hasLongitude] = [place.latitude.trim() !== '', place.longitude.trim() !== ''];
  if (hasLatitude === hasLongitude) return { path: 'place.district', key: 'districtNeeded' };
  return { path: hasLatitude ? 'place.longitude' : 'place.latitude', key: 'bothCoordinates' };
}

function isToll(path: string): boolean {
  return /^casualties\.[A-Za-z]+$|^claims\.\d+\.toll$/.test(path);
}

function tooBig(issue: Extract<Issue, { code: 'too_big' }>, path: string): Fault {
  const max = Number(issue.maximum);
  if (issue.origin === 'array') return { path, key: 'tooMany', max };
  if (issue.origin === 'string') return { path, key: 'tooLong', max };
  return /\.(latitude|longitude)$/.test(path) ? { path, key: 'degrees' } : { path, key: 'tollTooLarge', max };
}

/** Whether nothing is typed at a path. */
function isBlank(path: string, values: FormValues): boolean {
  const value = path.split('.').reduce<unknown>(stepInto, values);
  return typeof value !== 'string' || value.trim() === '';
}

function stepInto(value: unknown, name: string): unknown {
  return value !== null && typeof value === 'object'
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
