import { useElementSize, useMediaQuery } from '@mantine/hooks';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadError } from '../../components/load-error.tsx';
import { useView } from '../../lib/view/use-view.ts';
import { BulkBar } from './bulk/bulk-bar.tsx';
import { BOX_WIDTH } from './bulk/row-box.tsx';
import { useChosenRows } from './bulk/use-chosen-rows.ts';
import { fitColumns, parseColumns } from './columns.ts';
import classes from './incident-browser.module.css';
import { IncidentList } from './incident-list.tsx';
import { HEAD_HEIGHT, IncidentTable } from './incident-table.tsx';
import { NewRowsPill } from './new-rows-pill.tsx';
import { NoIncidents } from './no-incidents.tsx';
import { OpenRecord } from './open-record.tsx';
import type { RowsMoved } from './rows-moved.ts';
import { ListToolbar, TableToolbar } from './table-toolbar.tsx';
import { useArrivals } from './use-arrivals.ts';
import { useIncidentRows } from './use-incident-rows.ts';
import { useListOrder } from './use-list-order.ts';
import { usePosition } from './use-position.ts';
import { useSelection } from './use-selection.ts';
import { useSteadyRows } from './use-steady-rows.ts';
import { useVirtualRows } from './use-virtual-rows.ts';

const ROW_HEIGHTS = { comfortable: 30, compact: 24 } as const;
const LIST_ROW_HEIGHT = 53;

/** Every incident that matches as a table, the open one's record beside it; on a phone a list and a sheet. */
export function IncidentBrowser() {
  const { t } = useTranslation('incidents');
  const { view } = useView();
  const phone = useMediaQuery('(max-width: 639px)', false, { getInitialValueInEffect: false });
  const { ref, width } = useElementSize();
  const order = useListOrder();
  const rows = useIncidentRows(order);
  const rowHeight = phone ? LIST_ROW_HEIGHT : ROW_HEIGHTS[view.rows ?? 'comfortable'];
  const virtual = useVirtualRows(rows, rowHeight, phone ? 0 : HEAD_HEIGHT);
  const position = usePosition(view.incident, order, rows);
  const selection = useSelection(rows, virtual, { position, order });
  const choosing = useChosenRows(rows, order);
  const [followSelection, followChoosing] = [selection.follow, choosing?.follow];
  const onMoved = useCallback(
    (moved: RowsMoved) => {
      followSelection(moved);
      followChoosing?.(moved);
    },
    [followSelection, followChoosing],
  );
  useSteadyRows(rows, virtual, order, onMoved);
  const arrivals = useArrivals(rows, virtual, selection, order);
  const pill = <NewRowsPill count={arrivals.count} onGo={arrivals.goToNext} />;
  const room = width - (choosing ? BOX_WIDTH : 0);
  const columns = useMemo(() => {
    const chosen = parseColumns(view.columns);
    return view.columns || width === 0 ? chosen : fitColumns(chosen, room);
  }, [view.columns, width, room]);
  const [done, setDone] = useState('');
  const isChoosing = !phone && choosing !== null && choosing.chosen.titles.size > 0;
  return (
    <div className={classes.page}>
      <section ref={ref} className={classes.table} aria-label={t('table')}>
        <span role="status" className={classes.spoken}>
          {done}
        </span>
        {choosing && <BulkBar choosing={choosing} shown={isChoosing} onDone={setDone} news={pill} />}
        {!isChoosing &&
          (phone ? (
            <ListToolbar rows={rows} news={pill} />
          ) : (
            <TableToolbar rows={rows} shown={columns} done={done} news={pill} />
          ))}
        {rows.error ? (
          <LoadError what={t('table')} error={rows.error} retry={rows.retry} />
        ) : rows.count === 0 ? (
          <NoIncidents matched={0} />
        ) : phone ? (
          <IncidentList
            rows={rows}
            virtual={virtual}
            selection={selection}
            rowHeight={rowHeight}
            isNew={arrivals.isNew}
          />
        ) : (
          <IncidentTable
            rows={rows}
            virtual={virtual}
            selection={selection}
            columns={columns}
            sort={order.sort}
            rowHeight={rowHeight}
            choosing={choosing}
            isNew={arrivals.isNew}
          />
        )}
      </section>
      <OpenRecord rows={rows} selection={selection} position={position} elsewhere="map" className={classes.record} />
    </div>
  );
}
