import { EVENT_TYPES } from '@corridor/domain';
import { useTranslation } from 'react-i18next';
import { EventTypeMark } from '../../../components/event-type.tsx';
import { useFormat } from '../../../lib/use-format.ts';
import type { MapMark } from './map-mark.ts';
import type { MarkTarget } from './mark-target.ts';
import classes from './marks.module.css';

/** What a mark says under the pointer. */
export function MarkTip({ target }: { readonly target: MarkTarget }) {
  const { t } = useTranslation('map');
  if (target.kind === 'mark') return <IncidentsTip mark={target.mark} />;
  return <div className={classes.tip}>{t('cluster.roughly', { district: target.area.shape.names.join(', ') })}</div>;
}

function IncidentsTip({ mark }: { readonly mark: MapMark }) {
  const { t } = useTranslation(['map', 'common', 'taxonomy']);
  const format = useFormat();
  const { only, count, byType } = mark;
  if (only) {
    return (
      <div className={classes.tip}>
        <b>{only.title}</b>
        <span>
          {format.dates(only.start, only.end, only.datePrecision)} ·{' '}
          {only.killed ? `${format.range(only.killed)} ${t('common:killedWord')}` : t('common:tollUnknown')}
        </span>
      </div>
    );
  }
  return (
    <div className={classes.tip}>
      <b>{t('map:cluster.heading', { count, formatted: format.count(count) })}</b>
      {EVENT_TYPES.map((type, index) => {
        const value = byType[index] ?? 0;
        return value > 0 ? (
          <span key={type} className={classes.tipRow}>
            <EventTypeMark type={type} decorative />
            <b>{format.count(value)}</b> {t(`taxonomy:typeShort.${type}`)}
          </span>
        ) : null;
      })}
    </div>
  );
}
