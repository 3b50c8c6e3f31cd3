import type { BBox } from '@corridor/domain';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadError } from '../../components/load-error.tsx';
import { useFormat } from '../../lib/use-format.ts';
import { useView } from '../../lib/view/use-view.ts';
import { IncidentList } from './incident-list.tsx';
import classes from './incident-panel.module.css';
import { NewRowsPill } from './new-rows-pill.tsx';
import { NoIncidents } from './no-incidents.tsx';
import { OpenRecord } from './open-record.tsx';
import { SortSelect } from './sort-select.tsx';
import { useArrivals } from './use-arrivals.ts';
import { type IncidentRows, useIncidentRows } from './use-incident-rows.ts';
import { useListOrder } from './use-list-order.ts';
import { usePosition } from './use-position.ts';
import { useSelection } from './use-selection.ts';
import { useSteadyRows } from './use-steady-rows.ts';
import { useVirtualRows } from './use-virtual-rows.ts';

const ROW_HEIGHT = 45;
const TOUCH_ROW_HEIGHT = 53;

/** The incidents of the map, newest first, and the open one's record under them: the map for those who read. */
export function IncidentPanel({ bbox }: { readonly bbox?: BBox }) {
  const { t } = useTranslation('incidents');
  const { view } = useView();
  const order = useListOrder(view.list === 'all' ? undefined : bbox);
  const rows = useIncidentRows(order);
  const phone = useMediaQuery('(max-width: 639px)', false, { getInitialValueInEffect: false });
  const rowHeight = phone ? TOUCH_ROW_HEIGHT : ROW_HEIGHT;
  const virtual = useVirtualRows(rows, rowHeight);
  const position = usePosition(view.incident, order, rows);
  const selection = useSelection(rows, virtual, { position, order });
  useSteadyRows(rows, virtual, order, selection.follow);
  const arrivals = useArrivals(rows, virtual, selection, order);
  return (
    <section className={classes.panel} aria-label={t('panel')}>
      <div className={classes.list} data-beside={(view.incident !== undefined && !phone) || undefined}>
        <PanelHead rows={rows} bounded={bbox !== undefined}>
          <NewRowsPill count={arrivals.count} onGo={arrivals.goToNext} />
        </PanelHead>
        {rows.error ? (
          <LoadError what={t('list')} error={rows.error} retry={rows.retry} />
        ) : rows.count === 0 ? (
          <NoIncidents matched={rows.totals?.matched ?? 0} />
        ) : (
          <IncidentList
            rows={rows}
            virtual={virtual}
            selection={selection}
            rowHeight={rowHeight}
            isNew={arrivals.isNew}
          />
        )}
      </div>
      <OpenRecord
        rows={rows}
        selection={selection}
        position={position}
        elsewhere="incidents"
        className={classes.record}
      />
    </section>
  );
}

/** "34 in view of 39": each number lists what it counts. */
function PanelHead({
  rows,
  bounded,
  children,
}: {
  readonly rows: IncidentRows;
  readonly bounded: boolean;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation(['incidents', 'common']);
  const format = useFormat();
  const { view, patch } = useView();
  const matched = rows.totals?.matched ?? 0;
  const all = view.list === 'all' || !bounded;
  return (
    <div className={classes.head}>
      {rows.totals && all && (
        <span className={classes.count}>
          <b>{t('common:incidents', { count: matched, formatted: format.count(matched) })}</b>
        </span>
      )}
      {rows.totals && !all && (
        <span className={classes.count}>
          <b>{t('incidents:inView', { formatted: format.count(rows.count ?? 0) })}</b>
        </span>
      )}
      {rows.totals && bounded && (
        <button
          type="button"
          className={classes.scope}
          title={all ? undefined : t('incidents:listAllHint', { formatted: format.count(matched) })}
          onClick={() => patch({ list: all ? undefined : 'all' }, { replace: true })}
        >
          {all ? t('incidents:showInView') : t('incidents:ofAll', { formatted: format.count(matched) })}
        </button>
      )}
      {children}
      <SortSelect />
    </div>
  );
}
