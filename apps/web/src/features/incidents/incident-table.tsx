// biome-ignore-all lint/a11y/useSemanticElements: rows of a virtual table are placed by hand, which table elements do not allow
import type { IncidentSummary, Sort } from '@corridor/domain';
import { Skeleton } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { flexRender, getCoreRowModel, type Row, useReactTable } from '@tanstack/react-table';
import { type CSSProperties, useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { setHoveredIncident } from '../../lib/hovered-incident.ts';
import { useView } from '../../lib/view/use-view.ts';
import { BOX_WIDTH, HeadBox, RowBox } from './bulk/row-box.tsx';
import type { Choosing } from './bulk/use-chosen-rows.ts';
import { COLUMN_TRAITS, type ColumnId, columnsWidth, nextSort } from './columns.ts';
import { useIncidentColumns } from './incident-columns.tsx';
import rowClasses from './incident-rows.module.css';
import classes from './incident-table.module.css';
import type { IncidentRows } from './use-incident-rows.ts';
import type { Selection } from './use-selection.ts';
import type { VirtualRows } from './use-virtual-rows.ts';

export const HEAD_HEIGHT = 28;

interface TableProps {
  readonly rows: IncidentRows;
  readonly virtual: VirtualRows;
  readonly selection: Selection;
  readonly columns: readonly ColumnId[];
  readonly sort: Sort;
  readonly rowHeight: number;
  /** Null for those who may not change records. */
  readonly choosing: Choosing | null;
  readonly isNew: (id: string) => boolean;
}

/** A grid of incidents of any length under a head that sorts. The focus stays on the grid; arrows move through its rows. */
export function IncidentTable(props: TableProps) {
  const { rows, virtual, selection, columns, sort, rowHeight, choosing, isNew } = props;
  const { t } = useTranslation('incidents');
  const prefix = useId();
  const definitions = useIncidentColumns();
  const table = useReactTable({
    data: useMemo(() => [...rows.items], [rows.items]),
    columns: definitions,
    getCoreRowModel: getCoreRowModel(),
    getRowId: ({ id }) => id,
    manualSorting: true,
    state: { columnVisibility: Object.fromEntries(definitions.map(({ id = '' }) => [id, isShown(columns, id)])) },
  });
  const tableRows = table.getRowModel().rows;
  const { active } = selection;
  const drawn = active !== null && virtual.items.some(({ index }) => index === active) && rows.rowAt(active);
  const template = columns.map((id) => (id === 'title' ? 'minmax(200px, 1fr)' : `${COLUMN_TRAITS[id].width}px`));
  const box = choosing ? BOX_WIDTH : 0;
  const layout: CSSProperties = {
    gridTemplateColumns: (choosing ? [`${box}px`, ...template] : template).join(' '),
    minWidth: columnsWidth(columns) + box,
  };
  return (
    <div
      ref={virtual.scrollRef}
      className={`${rowClasses.scroll} ${classes.grid}`}
      role="grid"
      tabIndex={0}
      aria-label={t('table')}
      aria-rowcount={(rows.count ?? -2) + 1}
      aria-colcount={columns.length + (choosing ? 1 : 0)}
      aria-busy={rows.count === undefined}
      aria-activedescendant={drawn ? `${prefix}${active}` : undefined}
      onFocus={selection.onFocus}
      onKeyDown={(event) => {
        if (!choosing?.onKeyDown(event, active)) selection.onKeyDown(event);
      }}
      onMouseLeave={() => setHoveredIncident(null)}
    >
      <TableHead columns={columns} sort={sort} layout={layout} choosing={choosing} />
      {rows.count === undefined && <TableSkeleton rowHeight={rowHeight} />}
      <div role="rowgroup" className={classes.body} style={{ height: virtual.height, minWidth: layout.minWidth }}>
        {virtual.items.map(({ index, start }) => {
          const row = tableRows[index - rows.offset];
          return row ? (
            <TableRow
              key={row.id}
              row={row}
              id={`${prefix}${index}`}
              index={index}
              selection={selection}
              choosing={choosing}
              isNew={isNew(row.id)}
              style={{ ...layout, height: rowHeight, transform: `translateY(${start - HEAD_HEIGHT}px)` }}
            />
          ) : null;
        })}
      </div>
    </div>
  );
}

function isShown(columns: readonly string[], id: string): boolean {
  return columns.includes(id);
}

function TableRow({
  row,
  id,
  index,
  selection,
  choosing,
  isNew,
  style,
}: {
  readonly row: Row<IncidentSummary>;
  readonly id: string;
  readonly index: number;
  readonly selection: Selection;
  readonly choosing: Choosing | null;
  readonly isNew: boolean;
  readonly style: CSSProperties;
}) {
  const { t } = useTranslation('incidents');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid
    <div
      id={id}
      className={`${rowClasses.row} ${classes.row}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={row.id === selection.openId}
      aria-description={isNew ? t('newRows.mark') : undefined}
      data-new={isNew || undefined}
      data-active={index === selection.active || undefined}
      style={style}
      onClick={() => selection.open(row.original, index)}
      onMouseEnter={() => setHoveredIncident(row.id)}
    >
      {choosing && <RowBox id={row.id} title={row.original.title} index={index} choosing={choosing} />}
      {row.getVisibleCells().map((cell) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid
        <div
          key={cell.id}
          role="gridcell"
          className={classes.cell}
          data-column={cell.column.id}
          data-numeric={isNumeric(cell.column.id) || undefined}
        >
          {flexRender(cell.column.columnDef.cell, cell.getContext())}
        </div>
      ))}
    </div>
  );
}

function isNumeric(id: string): boolean {
  return id in COLUMN_TRAITS && COLUMN_TRAITS[id as ColumnId].numeric === true;
}

function TableHead({
  columns,
  sort,
  layout,
  choosing,
}: {
  readonly columns: readonly ColumnId[];
  readonly sort: Sort;
  readonly layout: CSSProperties;
  readonly choosing: Choosing | null;
}) {
  return (
    <div role="rowgroup" className={classes.head} style={{ minWidth: layout.minWidth }}>
      {/* biome-ignore lint/a11y/useFocusableInteractive: its buttons take the focus */}
      <div role="row" aria-rowindex={1} className={classes.headRow} style={layout}>
        {choosing && <HeadBox choosing={choosing} />}
        {columns.map((id) => (
          <HeadCell key={id} id={id} sort={sort} />
        ))}
      </div>
    </div>
  );
}

function HeadCell({ id, sort }: { readonly id: ColumnId; readonly sort: Sort }) {
  const { t } = useTranslation('incidents');
  const { patch } = useView();
  const { sortKey, numeric } = COLUMN_TRAITS[id];
  const sorted = sortKey === sort.by;
  const Arrow = sort.descending ? IconChevronDown : IconChevronUp;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: its button takes the focus
    <div
      role="columnheader"
      className={classes.headCell}
      data-column={id}
      data-numeric={numeric || undefined}
      aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
    >
      {sortKey ? (
        <button type="button" onClick={() => patch({ sort: nextSort(sort, sortKey) }, { replace: true })}>
          {t(`column.${id}`)}
          {sorted && <Arrow size={12} stroke={2} aria-hidden="true" />}
        </button>
      ) : (
        <span className={id === 'type' ? classes.hidden : undefined}>{t(`column.${id}`)}</span>
      )}
    </div>
  );
}

const SKELETON_ROWS = 12;

function TableSkeleton({ rowHeight }: { readonly rowHeight: number }) {
  return Array.from({ length: SKELETON_ROWS }, (_, index) => (
    <div
      // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike
      key={index}
      className={classes.skeleton}
      style={{ height: rowHeight }}
      role="presentation"
    >
      <Skeleton height={10} radius="sm" />
    </div>
  ));
}
