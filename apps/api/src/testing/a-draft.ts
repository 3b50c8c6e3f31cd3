import { type Draft, draftSchema } from '@corridor/domain';

/** A plain draft of an incident near Gwadar, with what the test is about put in. */
export function aDraft(changes: Partial<Draft> = {}): Draft {
  return draftSchema.parse({
    title: 'Convoy attacked near Gwadar',
    summary: 'Two of the escort were wounded.',
    occurred: { start: '2024-03-01', end: '2024-03-01', precision: 'day' },
    eventType: 'Explosions/Remote violence',
    subEventType: 'Remote explosive/landmine/IED',
    actors: [{ name: 'Balochistan Liberation Army (BLA)', claim: 'claimed' }],
    target: 'Convoy',
    targetType: 'convoy',
    place: {
      name: 'Gwadar',
      province: 'Balochistan',
      district: 'Gwadar',
      latitude: 25.12,
      longitude: 62.33,
      precision: 'place',
    },
    casualties: {
      killed: { low: 3, best: 3, high: 12 },
      wounded: { low: 2, best: 2, high: 3 },
      abducted: null,
      attackersKilled: null,
      chineseKilled: null,
      chineseWounded: null,
    },
    claims: [aClaim('Police', 3), aClaim('BLA', 12)],
    sources: [aSource('Dawn', 'https://www.dawn.com/news/1')],
    grade: { reliability: 'B', credibility: '2' },
    targetedSites: ['gwadar-port'],
    projectSite: 'Gwadar Port',
    notes: '',
    summarisesDay: false,
    ...changes,
  });
}

export function aClaim(by: string, killed: number): Draft['claims'][number] {
  const toll = { low: killed, best: killed, high: killed };
  return { kind: 'killed', toll, by, source: null, note: '' };
}

export function aSource(publisher: string, url: string): Draft['sources'][number] {
  return { publisher, title: `Report by ${publisher}`, url, date: '2024-03-02', grade: null, basedOn: '' };
}
