import { formatCsvRow } from '@corridor/domain';

const COLUMNS = {
  ...{ id: '1', relid: '', code_status: 'Clear', type_of_violence: '1', conflict_name: '', dyad_name: 'Army - Group' },
  ...{ side_a: 'Government of Pakistan', side_b: 'BLA', source_article: 'Wire, 2031-03-02' },
  ...{ where_prec: '1', where_coordinates: 'Turbat', where_description: '', adm_1: 'Balochistan', adm_2: '' },
  ...{ latitude: '26.0', longitude: '63.05', country: 'Pakistan', event_clarity: '1', date_prec: '1' },
  ...{ date_start: '2031-03-02', date_end: '2031-03-02', deaths_a: '1', deaths_b: '3', deaths_civilians: '0' },
  ...{ deaths_unknown: '0', best: '4', high: '5', low: '4', gwnob: '' },
};

type UcdpRow = Partial<typeof COLUMNS>;

/** A made-up event as UCDP gives it, which differs from one in some columns. */
export function aUcdpRow(row: UcdpRow): typeof COLUMNS {
  return { ...COLUMNS, ...row };
}

/** A file as UCDP exports it, of such events. */
export function aUcdpFile(rows: readonly UcdpRow[]): string {
  return [Object.keys(COLUMNS), ...rows.map((row) => Object.values(aUcdpRow(row)))].map(formatCsvRow).join('');
}
