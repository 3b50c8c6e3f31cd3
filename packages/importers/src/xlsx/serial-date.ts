import { isoOf } from '@corridor/domain';

/** 1899-12-30 and 1904-01-01 as days since 1970-01-01. */
const [FROM_1900, FROM_1904] = [-25_569, -24_107];
/** The serial number of 29 February 1900, which Lotus 1-2-3 had and the calendar has not. */
const NO_SUCH_DAY = 60;
/** 9999-12-31. */
const LAST = 2_958_465;

/**
 * The text of a serial number in a cell that is formatted as a date: `2024-10-07`, with a time `2024-10-07T14:30`, a time alone
 * `14:30` (ECMA-376 part 1, 18.17.4). Null for a number that is no date.
 */
export function serialDate(serial: number, is1904: boolean): string | null {
  const minutes = Math.round(serial * 1440);
  const [day, minute] = [Math.floor(minutes / 1440), ((minutes % 1440) + 1440) % 1440];
  const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  if (!(serial >= 0) || day > LAST) return null;
  if (day === 0 && !is1904) return time;
  if (day === NO_SUCH_DAY && !is1904) return null;
  const shift = !is1904 && day < NO_SUCH_DAY ? 1 : 0;
  const date = isoOf(day + (is1904 ? FROM_1904 : FROM_1900) + shift);
  return minute === 0 ? date : `${date}T${time}`;
}
