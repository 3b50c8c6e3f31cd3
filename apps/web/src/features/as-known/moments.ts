const DAY_MS = 86_400_000;

/** How far back a reader looks most often, in days. */
export const DAYS_AGO = { day: 1, week: 7, month: 30, year: 365 } as const;
export type Ago = keyof typeof DAYS_AGO;
export const AGO = ['day', 'week', 'month', 'year'] as const satisfies readonly Ago[];

/** The instant so many days before `now`, to the minute, as addresses have it. */
export function momentAgo(ago: Ago, now: number): string {
  return toMoment(now - DAYS_AGO[ago] * DAY_MS);
}

/** An instant to the minute, as addresses have it: 2024-10-07T06:00Z. */
export function toMoment(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 16)}Z`;
}

/** An instant as a field of date and time has it: in the reader's own time zone. */
export function toFieldText(instant: number): string {
  const date = new Date(instant);
  return new Date(instant - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export type MomentFault = 'invalid' | 'future';

/** The moment that a field of date and time says, or what is wrong with it. */
export function readFieldText(
  text: string,
  now: number,
): { readonly moment: string } | { readonly fault: MomentFault } {
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) ? new Date(text).getTime() : Number.NaN;
  if (Number.isNaN(instant)) return { fault: 'invalid' };
  return instant > now ? { fault: 'future' } : { moment: toMoment(instant) };
}
