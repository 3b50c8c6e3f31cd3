const COLUMNS = {
  ...{
    event_id_cnty: 'PAK1',
    event_date: '2031-03-02',
    year: 2031,
    time_precision: 1,
    disorder_type: 'Political violence',
  },
  ...{ event_type: 'Battles', sub_event_type: 'Armed clash', actor1: 'BLA: Baloch Liberation Army', assoc_actor_1: '' },
  ...{
    inter1: 'Rebel group',
    actor2: 'Military Forces of Pakistan (2022-)',
    assoc_actor_2: '',
    inter2: 'State forces',
  },
  ...{
    interaction: '',
    civilian_targeting: '',
    iso: 586,
    region: 'South Asia',
    country: 'Pakistan',
    admin1: 'Balochistan',
  },
  ...{
    admin2: '',
    admin3: '',
    location: 'Turbat',
    latitude: '26.0',
    longitude: '63.05',
    geo_precision: 2,
    source: 'Wire',
  },
  ...{
    source_scale: 'National',
    notes: 'Made up, "quoted",\nand on two lines.',
    fatalities: 2,
    tags: '',
    timestamp: 0,
  },
};

export type AcledRow = typeof COLUMNS;

/** A made-up event as ACLED's API gives it, which differs from one in some columns. */
export function anAcledRow(row: Partial<AcledRow>): AcledRow {
  return { ...COLUMNS, ...row };
}
