import type { Range } from '@corridor/domain';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentDetail } from '../../lib/api/record.ts';
import { useFormat } from '../../lib/use-format.ts';
import { casualtyRows, casualtyScale } from './casualty-rows.ts';
import classes from './record-casualties.module.css';

/** Best figure, range as a bar on one scale, Chinese nationals and attackers apart. Unknown is n/k, never 0. */
export function RecordCasualties({ record }: { readonly record: IncidentDetail }) {
  const { t } = useTranslation(['incidents', 'common']);
  const format = useFormat();
  const rows = casualtyRows(record);
  const scale = casualtyScale(rows);
  return (
    <table className={classes.grid}>
      <thead>
        <tr>
          <td />
          <th scope="col" colSpan={3} className={classes.best}>
            {t('incidents:record.best')}
          </th>
          <th scope="col">{t('incidents:record.ofChinese')}</th>
          <th scope="col">{t('incidents:record.ofAttackers')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ kind, range, chinese, attackers }) => (
          <tr key={kind}>
            <th scope="row">{t(`incidents:record.${kind}`)}</th>
            <td className={classes.figure} data-unknown={range === null || undefined}>
              {range ? format.count(range.best) : t('common:notKnown')}
            </td>
            <td>{range && <RangeBar range={range} scale={scale} />}</td>
            <td className={classes.range}>{range && range.low < range.high && format.range(range)}</td>
            <Figure range={chinese} />
            <Figure range={attackers} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Figure({ range }: { readonly range: Range | null | undefined }) {
  const { t } = useTranslation(['incidents', 'common']);
  const format = useFormat();
  if (range === undefined) {
    return (
      <td className={classes.unknown}>
        <span aria-hidden="true">–</span>
        <span className={classes.hidden}>{t('incidents:record.notCounted')}</span>
      </td>
    );
  }
  return <td className={range ? undefined : classes.unknown}>{range ? format.range(range) : t('common:notKnown')}</td>;
}

function RangeBar({ range: { low, best, high }, scale }: { readonly range: Range; readonly scale: number }) {
  const share = (value: number) => `${(value / scale) * 100}%`;
  const place: CSSProperties = { insetInlineStart: share(low), inlineSize: share(high - low) };
  return (
    <span className={classes.bar} aria-hidden="true">
      {high > low && <i style={place} />}
      <b style={{ insetInlineStart: share(best) }} />
    </span>
  );
}
