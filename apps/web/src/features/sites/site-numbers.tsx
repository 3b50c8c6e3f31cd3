import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { daysBetween, useFormat } from '../../lib/use-format.ts';
import { countWindows, type SiteIncident } from './site-counts.ts';
import classes from './site-numbers.module.css';
import { WINDOW_DAYS } from './site-windows.ts';

const SEVERE = 4;

const ROWS = {
  inside: ({ relation }: SiteIncident) => relation === 'inside',
  possible: ({ relation }: SiteIncident) => relation === 'possible',
  aimed: ({ aimed }: SiteIncident) => aimed,
} as const;
const ROW_KEYS = ['inside', 'possible', 'aimed'] as const;

/** Inside, possibly inside and aimed at it: never added up. Rows arrive newest first. */
export function SiteNumbers({
  rows,
  radiusKm,
  end,
}: {
  readonly rows: readonly SiteIncident[];
  readonly radiusKm: number;
  readonly end: string;
}) {
  const { t } = useTranslation('sites');
  const format = useFormat();
  const windows = useMemo(
    () => ROW_KEYS.map((key) => ({ key, counts: countWindows(rows, end, ROWS[key]) })),
    [rows, end],
  );
  const count = (key: (typeof ROW_KEYS)[number]) => rows.filter(ROWS[key]).length;
  const severe = rows.find(({ relation, incident }) => relation === 'inside' && incident.severity >= SEVERE)?.incident;
  const possible = count('possible');
  return (
    <>
      <dl className={classes.numbers}>
        <div>
          <dd>{format.count(count('inside'))}</dd>
          <dt>{t('numbers.inside', { km: format.km(radiusKm) })}</dt>
        </div>
        <div>
          <dd className={classes.soft}>{possible > 0 ? format.change(possible) : format.count(0)}</dd>
          <dt>{t('numbers.possible')}</dt>
        </div>
        <div>
          <dd>{format.count(count('aimed'))}</dd>
          <dt>{t('numbers.aimed')}</dt>
        </div>
      </dl>
      <table className={classes.windows}>
        <caption>{t('windows.caption', { date: format.date(end) })}</caption>
        <thead>
          <tr>
            <td />
            {WINDOW_DAYS.map((days) => (
              <th key={days} scope="col">
                {t('windows.days', { formatted: format.count(days) })}
              </th>
            ))}
            <th scope="col">{t('windows.before')}</th>
          </tr>
        </thead>
        <tbody>
          {windows.map(({ key, counts }) => (
            <tr key={key}>
              <th scope="row">{t(`rows.${key}`)}</th>
              {counts.last.map((value, index) => (
                <td key={WINDOW_DAYS[index]}>{format.count(value)}</td>
              ))}
              <td className={classes.before}>{format.count(counts.yearBefore)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {severe && (
        <p className={classes.note}>
          <b>{t('lastSevere')}</b>{' '}
          {t('lastSevereText', {
            title: severe.title,
            date: format.date(severe.start, severe.datePrecision),
            days: format.count(daysBetween(severe.start, end)),
          })}
        </p>
      )}
    </>
  );
}
