import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconChartBar, IconDownload, IconTable } from '@tabler/icons-react';
import { type ReactNode, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { saveCsv } from '../lib/export/save-csv.ts';
import { savePng } from '../lib/export/save-png.ts';
import classes from './chart-card.module.css';

/** The numbers behind a chart: what its table shows and its CSV holds. */
export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A chart with a title that says what it shows, its numbers as a table, and PNG and CSV downloads. */
export function ChartCard({
  title,
  subtitle,
  table,
  asTable,
  onToggleTable,
  controls,
  className,
  children,
}: {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly table: ChartTable;
  readonly asTable: boolean;
  readonly onToggleTable: () => void;
  readonly controls?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('common');
  const titleId = useId();
  const card = useRef<HTMLElement>(null);
  const toggle = asTable ? t('chart') : t('table');
  return (
    <section ref={card} className={`${classes.card} ${className ?? ''}`} aria-labelledby={titleId}>
      <header className={classes.head}>
        <div className={classes.titles}>
          <h2 id={titleId}>{title}</h2>
          {subtitle && <p>{subtitle}</p>}
        </div>
        <div className={classes.tools} data-export="leave-out">
          {controls}
          <Tooltip label={toggle}>
            <ActionIcon size={28} aria-label={`${toggle}: ${title}`} aria-pressed={asTable} onClick={onToggleTable}>
              {asTable ? <IconChartBar size={16} stroke={1.5} /> : <IconTable size={16} stroke={1.5} />}
            </ActionIcon>
          </Tooltip>
          <Menu position="bottom-end" shadow="sm">
            <Menu.Target>
              <Tooltip label={t('download')}>
                <ActionIcon size={28} aria-label={`${t('download')}: ${title}`}>
                  <IconDownload size={16} stroke={1.5} />
                </ActionIcon>
              </Tooltip>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => card.current && void savePng(card.current, title)}>PNG</Menu.Item>
              <Menu.Item onClick={() => saveCsv(table, title)}>CSV</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      </header>
      <div className={classes.body}>{asTable ? <NumbersTable table={table} title={title} /> : children}</div>
    </section>
  );
}

function NumbersTable({ table, title }: { readonly table: ChartTable; readonly title: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={classes.scroll} tabIndex={0} aria-label={title}>
      <table className={classes.table}>
        <thead>
          <tr>
            {table.head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row[0]}>
              {row.map((cell, index) =>
                index === 0 ? (
                  <th key={table.head[index]} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={table.head[index]}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
