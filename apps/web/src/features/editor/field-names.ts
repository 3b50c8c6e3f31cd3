/** Parts of the form in the order in which they stand in it. */
const ORDER = [
  'title',
  'summary',
  'eventType',
  'subEventType',
  'targetType',
  'target',
  'actors',
  'occurred',
  'place',
  'casualties',
  'claims',
  'summarisesDay',
  'sources',
  'grade',
  'targetedSites',
  'projectSite',
  'notes',
  'reason',
] as const;
type FormPart = (typeof ORDER)[number];

export interface FieldName {
  readonly part: FormPart;
  /** Of a list, from 1. */
  readonly row: number | null;
  /** Of a casualty figure: whose. */
  readonly field: string | null;
}

/** What a path into the record is called; null for what has no field. */
export function fieldName(path: string): FieldName | null {
  const [first, ...rest] = path.split('.');
  const part = ORDER.find((name) => name === first);
  if (part === undefined) return null;
  const row = /^\d+$/.test(rest[0] ?? '') ? Number(rest[0]) + 1 : null;
  const field = (row === null ? rest[0] : rest[1]) ?? null;
  return { part, row, field };
}

/** Compares paths by the place of their fields in the form; what has no field comes first. */
export function byPlaceInForm(a: string, b: string): number {
  const [ofA, ofB] = [fieldName(a), fieldName(b)];
  if (ofA === null || ofB === null) return (ofA === null ? 0 : 1) - (ofB === null ? 0 : 1);
  return ORDER.indexOf(ofA.part) - ORDER.indexOf(ofB.part) || (ofA.row ?? 0) - (ofB.row ?? 0);
}
