import { formatCsvRow, type Incident } from '@corridor/domain';

/** Incidents as a file of UCDP's columns, some 600 bytes a row; what UCDP has no column for is left out. */
export function madeUcdpFile(incidents: readonly Incident[]): string {
  const rows = incidents.map(toRow);
  return [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))].map(formatCsvRow).join('');
}

function toRow(incident: Incident, index: number) {
  const { actors, casualties, eventType, occurred, place, summary, title } = incident;
  const [first, second] = actors.map(({ name }) => name);
  const { low = 0, best = 0, high = 0 } = casualties.killed ?? {};
  const isOneSided = eventType === 'Violence against civilians';
  return {
    ...{ id: 1_000_000 + index, relid: '', code_status: 'Clear', type_of_violence: isOneSided ? 3 : 1 },
    ...{ conflict_name: '', dyad_name: `${first ?? ''} - ${second ?? ''}`, side_a: first ?? 'Unknown' },
    ...{
      side_b: isOneSided ? 'Civilians' : (second ?? 'Unknown'),
      source_article: `"Wire, ${occurred.start}, ${title}"`,
    },
    ...{ source_headline: title, where_prec: place.latitude === null ? 4 : 1, where_coordinates: place.name },
    ...{ where_description: summary, adm_1: place.province ?? '', adm_2: place.district ?? '' },
    ...{ latitude: place.latitude ?? 30, longitude: place.longitude ?? 70, country: 'Pakistan', event_clarity: 1 },
    ...{ date_prec: 1, date_start: occurred.start, date_end: occurred.start, deaths_a: 0, deaths_b: 0 },
    ...{ deaths_civilians: best, deaths_unknown: 0, best, high, low, gwnob: '' },
  };
}
