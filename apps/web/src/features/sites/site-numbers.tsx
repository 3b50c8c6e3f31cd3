import { useTranslation } from 'react-i18next';
import { daysBetween, useFormat } from '../../lib/use-format.ts';
import classes from './site-numbers.module.css';
import { WINDOW_DAYS } from './site-windows.ts';
import { NUMBER_KEYS, type SiteNumbers as Numbers } from './use-site-answers.ts';

/** Inside, possibly inside and aimed at it: never added up. */
export function SiteNumbers({ numbers, end }: { readonly numbers: Numbers; readonly end: string }) {
  const { t } = useTranslation('sites');
  const format = useFormat();
  const { all, lastSevere: severe, radiusKm, windows } = numbers;
  return (
    <>
      <dl className={classes.numbers}>
        <div>
          <dd>{format.count(all.inside)}</dd>
          <dt>{t('numbers.inside', { km: format.km(radiusKm) })}</dt>
        </div>
        <div>
          <dd className={classes.soft}>{all.possible > 0 ? format.change(all.possible) : format.count(0)}</dd>
          <dt>{t('numbers.possible')}</dt>
        </div>
        <div>
          <dd>{format.count(all.aimed)}</dd>
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
          {NUMBER_KEYS.map((key) => (
            <tr key={key}>
              <th scope="row">{t(`rows.${key}`)}</th>
              {windows.map((counts, index) => (
                <td
                  key={WINDOW_DAYS[index] ?? 'before'}
                  className={index < WINDOW_DAYS.length ? undefined : classes.before}
                >
                  {format.count(counts[key])}
                </td>
              ))}
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
