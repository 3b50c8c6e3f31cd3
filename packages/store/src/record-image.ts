import type { Claim, Incident, Range, Source } from '@corridor/domain';

/** A source of an image: without what says nothing. */
export type SourceImage = Omit<Source, 'grade' | 'basedOn'> & Partial<Pick<Source, 'grade' | 'basedOn'>>;

/**
 * A record as the history keeps it. Fields that came later are left out where they say nothing, so that a record that has
 * nothing in them is the same image for the programs before and after, with the same digest.
 */
export type IncidentImage = Omit<Incident, 'claims' | 'sources'> & {
  readonly claims?: Claim[];
  readonly sources: SourceImage[];
};

export function toImage({ claims, sources, ...same }: Incident): IncidentImage {
  return { ...same, sources: sources.map(toSourceImage), ...(claims.length > 0 ? { claims } : {}) };
}

/**
 * The record of which `toImage`, of this program or an older one, made the image. Its fields are in the order in which the
 * present is read, which jsonb does not keep: a record is the same text from either.
 */
export function ofImage(image: IncidentImage): Incident {
  const { id, title, summary, occurred, eventType, subEventType, targetType, place, casualties, grade } = image;
  const { status, summarisesDay, actors, target, claims = [], sources, targetedSites, projectSite } = image;
  const { start, end, precision } = occurred;
  const { killed, wounded, abducted, attackersKilled, chineseKilled, chineseWounded } = casualties;
  return {
    ...{ id, title, summary, occurred: { start, end, precision }, eventType, subEventType, targetType },
    place: {
      ...{ name: place.name, province: place.province, district: place.district },
      ...{ latitude: place.latitude, longitude: place.longitude, precision: place.precision },
    },
    casualties: {
      ...{ killed: ofRange(killed), wounded: ofRange(wounded), abducted: ofRange(abducted) },
      attackersKilled: ofRange(attackersKilled),
      ...{ chineseKilled: ofRange(chineseKilled), chineseWounded: ofRange(chineseWounded) },
    },
    grade: ofGrade(grade),
    ...{ status, summarisesDay, actors: actors.map(({ name, claim }) => ({ name, claim })), target, claims },
    sources: sources.map(ofSourceImage),
    ...{ targetedSites, projectSite, notes: image.notes, origin: image.origin, licence: image.licence },
  };
}

function ofRange(range: Range | null): Range | null {
  return range && { low: range.low, best: range.best, high: range.high };
}

function ofGrade({ credibility, reliability }: Incident['grade']): Incident['grade'] {
  return { reliability, credibility };
}

function ofSourceImage({ publisher, title, url, date, grade = null, basedOn = '' }: SourceImage): Source {
  return { publisher, title, url, date, grade: grade && ofGrade(grade), basedOn };
}

function toSourceImage({ grade, basedOn, ...same }: Source): SourceImage {
  return { ...same, ...(grade === null ? {} : { grade }), ...(basedOn === '' ? {} : { basedOn }) };
}
