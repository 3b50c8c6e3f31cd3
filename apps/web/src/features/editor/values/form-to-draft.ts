import { byKind, type FormValues, type TollText } from './form-values.ts';

/**
 * What the form would file, before anybody has checked it: numbers that are none are NaN, choices that were not made are
 * empty, so that the record's schema refuses them in their place.
 */
export function formToDraft(values: FormValues): Readonly<Record<string, unknown>> {
  const { occurred, place, casualties, claims, sources, actors, reason: _reason, ...same } = values;
  return {
    ...same,
    title: same.title.trim(),
    summary: same.summary.trim(),
    target: same.target.trim(),
    projectSite: same.projectSite.trim(),
    notes: same.notes.trim(),
    actors: actors.map(({ name, claim }) => ({ name: name.trim(), claim })),
    occurred: { ...occurred, end: occurred.end || occurred.start },
    place: {
      name: place.name.trim(),
      province: place.province || null,
      district: place.district || null,
      latitude: readDegrees(place.latitude),
      longitude: readDegrees(place.longitude),
      precision: place.precision,
    },
    casualties: byKind((kind) => readToll(casualties[kind])),
    claims: claims.map(({ kind, toll, by, source, note }) => ({
      kind,
      toll: readToll(toll),
      by: by.trim(),
      source: source.trim() || null,
      note: note.trim(),
    })),
    sources: sources.map(({ publisher, title, url, date, basedOn, grade }) => ({
      publisher: publisher.trim(),
      title: title.trim(),
      url: url.trim(),
      date: date || null,
      grade: grade.reliability === '' && grade.credibility === '' ? null : grade,
      basedOn: basedOn.trim(),
    })),
  };
}

/** Null where nothing is typed; NaN for what is no number of degrees. */
export function readDegrees(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return /^[+-]?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : Number.NaN;
}

/** A toll of which only the best figure is typed has no range. Null where nothing is typed: unknown is never 0. */
function readToll({ low, best, high }: TollText) {
  if ([low, best, high].every((text) => text.trim() === '')) return null;
  return { low: readCount(low || best), best: readCount(best), high: readCount(high || best) };
}

function readCount(text: string): number {
  return /^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN;
}
