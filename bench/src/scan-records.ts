import type { EventType, Incident } from '@corridor/domain';

export interface Scan {
  readonly matched: number;
  /** Incidents of each month (YYYY-MM) and event type, separated by a space. */
  readonly months: ReadonlyMap<string, number>;
}

/**
 * The rival: what a page would do without an engine, one loop over the records. It answers a small part of what the map
 * page asks (a count and the timeline) for the cheapest filter. Shares no code with the engine, so it checks it too.
 */
export function scanRecords(incidents: readonly Incident[], types: readonly EventType[]): Scan {
  const months = new Map<string, number>();
  let matched = 0;
  for (const { eventType, occurred } of incidents) {
    if (types.length > 0 && !types.includes(eventType)) continue;
    matched++;
    if (occurred.precision === 'year') continue;
    const key = `${occurred.start.slice(0, 7)} ${eventType}`;
    months.set(key, (months.get(key) ?? 0) + 1);
  }
  return { matched, months };
}
