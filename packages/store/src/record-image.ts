import type { Claim, Incident, Source } from '@corridor/domain';

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

/** The record of which `toImage`, of this program or an older one, made the image. */
export function ofImage({ claims = [], sources, ...same }: IncidentImage): Incident {
  return {
    ...same,
    claims,
    sources: sources.map(({ grade = null, basedOn = '', ...source }) => ({ ...source, grade, basedOn })),
  };
}

function toSourceImage({ grade, basedOn, ...same }: Source): SourceImage {
  return { ...same, ...(grade === null ? {} : { grade }), ...(basedOn === '' ? {} : { basedOn }) };
}
