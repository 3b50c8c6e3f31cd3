import { dayOf, parseDay } from './days.ts';

/** A moment of the record: a revision, an instant, or a day, which means its end where the portfolio lies. */
export type AsOf =
  | { readonly kind: 'revision'; readonly revision: number }
  | { readonly kind: 'instant'; readonly at: Date }
  | { readonly kind: 'day'; readonly day: string };

/** What `parseAsOf` reads, in words. */
export const AS_OF_SYNTAX =
  'an instant with its zone (2024-10-07T06:00:00Z, 2024-10-07T11:00+05:00), a day (2024-10-07) or a revision (r12)';

const REVISION = /^r(0|[1-9]\d{0,14})$/;
/** A `+` that was not encoded arrives as a space. */
const INSTANT = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+ -]\d{2}:\d{2})$/;

/** Reads a moment of the record from a URL. Throws RangeError with words that follow the parameter's name. */
export function parseAsOf(text: string): AsOf {
  const revision = REVISION.exec(text)?.[1];
  if (revision !== undefined) return { kind: 'revision', revision: Number(revision) };
  if (parseDay(text) !== null) return { kind: 'day', day: text };
  const [, day = '', time = '', zone = ''] = INSTANT.exec(text) ?? [];
  const at = new Date(`${day}${time}${zone.replace(' ', '+')}`);
  if (parseDay(day) === null || Number.isNaN(at.getTime())) throw new RangeError(`is ${AS_OF_SYNTAX}`);
  return { kind: 'instant', at };
}

const MS_PER_DAY = 86_400_000;
/** Clocks before and after are taken to go as they did and will: `Intl` has no plain years there. */
const FIRST_CLOCKS = Date.UTC(1800, 0);
const LAST_CLOCKS = Date.UTC(9000, 0);

/** The last millisecond of a day where `timeZone` (an IANA name) holds, over changes of its clocks too. */
export function endOfDay(day: string, timeZone: string): Date {
  const midnight = (dayOf(day) + 1) * MS_PER_DAY;
  const near = midnight - offsetAt(midnight, timeZone);
  return new Date(midnight - offsetAt(near, timeZone) - 1);
}

/** How far the clocks of a zone are ahead of UTC, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const at = Math.min(Math.max(instant, FIRST_CLOCKS), LAST_CLOCKS);
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  const local = `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}Z`;
  return Date.parse(local) - Math.floor(at / 1000) * 1000;
}
