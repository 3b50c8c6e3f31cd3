import type { Incident } from '@corridor/domain';
import type { JsonObject } from '@corridor/store';

/** Distinct places that are drawn; some 200 bytes each. */
const MAX_PLACES = 5_000;

type Kind = 'new' | 'changed' | 'conflict' | 'duplicate' | 'deleted';
type Drawn = { readonly place: Incident['place']; readonly counts: Record<Kind, number> };

/**
 * What an import would bring, as points: one for each distinct place that is more precise than a district, with how many
 * records of each kind are there. Bounded, whatever the file.
 */
export class ImportMap {
  readonly #places = new Map<string, Drawn>();
  /** Records that are not drawn: their place is vague, or there are too many places. */
  #undrawn = 0;

  add({ place }: Incident, kind: Kind): void {
    const { latitude, longitude, precision } = place;
    const key = `${latitude},${longitude},${precision}`;
    const known = this.#places.get(key);
    const isPoint = latitude !== null && (precision === 'site' || precision === 'place');
    if (!known && (!isPoint || this.#places.size >= MAX_PLACES)) {
      this.#undrawn++;
      return;
    }
    const drawn = known ?? { place, counts: { new: 0, changed: 0, conflict: 0, duplicate: 0, deleted: 0 } };
    drawn.counts[kind]++;
    this.#places.set(key, drawn);
  }

  /** GeoJSON features; the last one has no geometry and says how many records are not drawn. */
  features(): readonly JsonObject[] {
    const points = [...this.#places.values()].map(({ counts, place: { latitude, longitude, name, precision } }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
      properties: { name, precision, ...counts },
    }));
    if (this.#undrawn === 0) return points;
    return [...points, { type: 'Feature', geometry: null, properties: { undrawn: this.#undrawn } }];
  }
}
