import { Button, Checkbox, Popover } from '@mantine/core';
import { IconColumns3, IconList } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format.ts';
import { useView } from '../../lib/view/use-view.ts';
import { COLUMN_IDS, type ColumnId, FIXED_COLUMNS, parseColumns, toggleColumn } from './columns.ts';
import { SortSelect } from './sort-select.tsx';
import classes from './table-toolbar.module.css';
import type { IncidentRows } from './use-incident-rows.ts';

interface TableToolbarProps {
  readonly rows: IncidentRows;
  /** The columns that had room. */
  readonly shown: readonly ColumnId[];
  /** What was just done to rows of the table, in words. */
  readonly done: string;
  readonly news: ReactNode;
}

/** What the table adds up to, and how it is shown. */
export function TableToolbar({ done, news, rows, shown }: TableToolbarProps) {
  return (
    <div className={classes.toolbar}>
      <TableTotals rows={rows} />
      {news}
      <span className={classes.done} aria-hidden="true">
        {done}
      </span>
      <ColumnChoice shown={shown} />
      <DensitySwitch />
    </div>
  );
}

/** The same on a phone, where rows have no heads to sort by. */
export function ListToolbar({ news, rows }: Pick<TableToolbarProps, 'news' | 'rows'>) {
  return (
    <div className={classes.toolbar}>
      <TableTotals rows={rows} />
      {news}
      <SortSelect />
    </div>
  );
}

function TableTotals({ rows: { totals } }: { readonly rows: IncidentRows }) {
  const { t } = useTranslation(['incidents', 'common']);
  const format = useFormat();
  if (!totals) return <span className={classes.totals} />;
  const { matched, casualties } = totals;
  const parts = [
    t('incidents:totals.killed', { value: format.toll(casualties.killed, matched) }),
    t('incidents:totals.wounded', { value: format.toll(casualties.wounded, matched) }),
    casualties.killed.unknown > 0 && t('incidents:totals.unknown', { value: format.count(casualties.killed.unknown) }),
    totals.areas > 0 && t('incidents:totals.rough'),
  ].filter(Boolean);
  return (
    <span className={classes.totals}>
      <b>{t('common:incidents', { count: matched, formatted: format.count(matched) })}</b>
      {matched > 0 && <span>{parts.join(' · ')}</span>}
    </span>
  );
}

function ColumnChoice({ shown }: { readonly shown: readonly ColumnId[] }) {
  const { t } = useTranslation('incidents');
  const { view, patch } = useView();
  const columns = parseColumns(view.columns);
  const hidden = columns.filter((id) => !shown.includes(id));
  return (
    <Popover position="bottom-end" shadow="sm" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="subtle" color="gray" leftSection={<IconColumns3 size={16} stroke={1.5} />}>
          {t('columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('columns')}>
        <fieldset className={classes.choice}>
          <legend className={classes.legend}>{t('columns')}</legend>
          {COLUMN_IDS.map((id) => (
            <Checkbox
              key={id}
              size="xs"
              label={t(`column.${id}`)}
              checked={columns.includes(id)}
              disabled={FIXED_COLUMNS.has(id)}
              onChange={() => patch({ columns: toggleColumn(columns, id) }, { replace: true })}
            />
          ))}
        </fieldset>
        {hidden.length > 0 && (
          <p className={classes.hint}>
            {t('columnsHidden', { columns: hidden.map((id) => t(`column.${id}`)).join(', ') })}
          </p>
        )}
        {view.columns && (
          <Button variant="default" onClick={() => patch({ columns: undefined }, { replace: true })}>
            {t('columnsReset')}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function DensitySwitch() {
  const { t } = useTranslation('incidents');
  const { view, patch } = useView();
  const density = view.rows ?? 'comfortable';
  const name = t(`density.${density}`);
  return (
    <Button
      variant="subtle"
      color="gray"
      leftSection={<IconList size={16} stroke={1.5} />}
      aria-label={t('density.label', { density: name })}
      onClick={() => patch({ rows: density === 'compact' ? undefined : 'compact' }, { replace: true })}
    >
      {name}
    </Button>
  );
}
