import { CODED_FIELDS, type CodedField, MAPPED_FIELDS, type MappedField } from '@corridor/domain';
import type { Guess, Mapping } from '../../../lib/api/import-mappings.ts';

/** What a column holds, null where nothing is taken of it. */
export function fieldOf({ columns }: Mapping, column: string): MappedField | null {
  return MAPPED_FIELDS.find((field) => columns[field] === column) ?? null;
}

/** Has a column hold a field, which another one no longer holds, or nothing. */
export function holdField(mapping: Mapping, column: string, field: MappedField | null): Mapping {
  const rest = Object.fromEntries(
    MAPPED_FIELDS.flatMap((one) => {
      const held = mapping.columns[one];
      return held === undefined || held === column || one === field ? [] : [[one, held]];
    }),
  );
  return { ...mapping, columns: field === null ? rest : { ...rest, [field]: column } };
}

/** Says what a value of a field means; nothing said is as it stands. */
export function setMeaning(mapping: Mapping, field: CodedField, value: string, meaning: string): Mapping {
  const { [value]: _, ...rest } = mapping.values[field] ?? {};
  const words = meaning === '' ? rest : { ...rest, [value]: meaning };
  const { [field]: _words, ...others } = mapping.values;
  return { ...mapping, values: Object.keys(words).length === 0 ? others : { ...others, [field]: words } };
}

/** Says what holds in every row; an empty text takes it back. */
export function setEveryRow(mapping: Mapping, field: CodedField, value: string): Mapping {
  const { [field]: _, ...rest } = mapping.everyRow;
  return { ...mapping, everyRow: value === '' ? rest : { ...rest, [field]: value } };
}

export type MappingFault = 'date' | 'subEventType' | 'dateOrder' | 'licence' | 'origin' | 'name';

/** What stands against a mapping; the server decides, by the same rules and more. */
export function faultsOf(mapping: Mapping, { mapping: guessed }: Guess): readonly MappingFault[] {
  const { columns, dateOrder, everyRow, licence, name, origin } = mapping;
  const isOrderOpen = columns.date !== undefined && columns.date === guessed.columns.date && dateOrder === null;
  const faults: Readonly<Record<MappingFault, boolean>> = {
    date: columns.date === undefined,
    subEventType: columns.subEventType === undefined && everyRow.subEventType === undefined,
    dateOrder: isOrderOpen,
    licence: licence.trim() === '',
    origin: !/^[a-z0-9][a-z0-9-]{0,39}$/.test(origin),
    name: name.trim() === '' || name.length > 100,
  };
  return FAULTS.filter((fault) => faults[fault]);
}

const FAULTS = ['date', 'subEventType', 'dateOrder', 'licence', 'origin', 'name'] as const;

/** Words are said of columns that hold them: others are no part of what is saved. */
export function tidyMapping(mapping: Mapping): Mapping {
  const values = Object.fromEntries(
    CODED_FIELDS.flatMap((field) => {
      const words = mapping.values[field];
      return words === undefined || mapping.columns[field] === undefined ? [] : [[field, words]];
    }),
  );
  return { ...mapping, values, name: mapping.name.trim(), licence: mapping.licence.trim() };
}

/** The saved mappings that a file has all columns for. */
export function mappingsFor(columns: readonly string[], saved: readonly Mapping[]): readonly Mapping[] {
  const known = new Set(columns);
  return saved.filter((mapping) => Object.values(mapping.columns).every((column) => known.has(column)));
}
