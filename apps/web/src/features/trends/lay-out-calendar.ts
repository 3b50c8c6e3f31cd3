import { dayOf, startOfUnit } from '@corridor/domain';

export interface CalendarDay {
  readonly start: string;
  readonly count: number;
}

export interface CalendarCell extends CalendarDay {
  /** Column, from 0. */
  readonly week: number;
  /** Row, Monday is 0. */
  readonly weekday: number;
}

const MIN_WEEKS_BETWEEN_LABELS = 4;

/** Places consecutive days in columns of ISO weeks, with a label at the first week of each month that has room. */
export function layOutCalendar(days: readonly CalendarDay[]) {
  const first = days[0] ? startOfUnit(dayOf(days[0].start), 'week') : 0;
  const cells = days.map((day): CalendarCell => {
    const offset = dayOf(day.start) - first;
    return { ...day, week: Math.floor(offset / 7), weekday: offset % 7 };
  });
  const weeks = (cells.at(-1)?.week ?? 0) + 1;
  const monthLabels: { start: string; week: number }[] = [];
  for (const { start, week } of cells) {
    const previous = monthLabels.at(-1)?.week ?? -MIN_WEEKS_BETWEEN_LABELS;
    if (start.endsWith('-01') && week - previous >= MIN_WEEKS_BETWEEN_LABELS && week < weeks - 2)
      monthLabels.push({ start, week });
  }
  return { cells, monthLabels, weeks };
}
