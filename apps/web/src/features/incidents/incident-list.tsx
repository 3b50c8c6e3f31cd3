import { Skeleton } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { IncidentItem } from '../../components/incident-item.tsx';
import { setHoveredIncident, useHoveredIncident } from '../../lib/hovered-incident.ts';
import { useFormat } from '../../lib/use-format.ts';
import classes from './incident-rows.module.css';
import type { IncidentRows } from './use-incident-rows.ts';
import type { Selection } from './use-selection.ts';
import type { VirtualRows } from './use-virtual-rows.ts';

const SKELETON_ROWS = 5;

/** A list of incidents of any length. The focus stays on the list; arrows move through its rows. */
export function IncidentList({
  rows,
  virtual,
  selection,
  rowHeight,
  isNew,
}: {
  readonly rows: IncidentRows;
  readonly virtual: VirtualRows;
  readonly selection: Selection;
  readonly rowHeight: number;
  readonly isNew: (id: string) => boolean;
}) {
  const { t } = useTranslation('incidents');
  const hovered = useHoveredIncident();
  const prefix = useId();
  const { active, openId } = selection;
  const drawn = virtual.items.some(({ index }) => index === active && rows.rowAt(index));
  return (
    <div
      ref={virtual.scrollRef}
      className={classes.scroll}
      role="listbox"
      tabIndex={0}
      aria-label={t('list')}
      aria-busy={rows.count === undefined}
      aria-activedescendant={drawn ? `${prefix}${active}` : undefined}
      onFocus={selection.onFocus}
      onKeyDown={selection.onKeyDown}
      onMouseLeave={() => setHoveredIncident(null)}
    >
      {rows.count === undefined && <ListSkeleton rowHeight={rowHeight} />}
      <div role="presentation" style={{ height: virtual.height }}>
        {virtual.items.map(({ index, start }) => {
          const incident = rows.rowAt(index);
          return incident ? (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox handles the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the listbox
            <div
              key={incident.id}
              id={`${prefix}${index}`}
              className={`${classes.row} ${classes.item}`}
              role="option"
              aria-selected={incident.id === openId}
              aria-posinset={index + 1}
              aria-setsize={rows.count}
              aria-description={isNew(incident.id) ? t('newRows.mark') : undefined}
              data-new={isNew(incident.id) || undefined}
              data-active={index === active || undefined}
              data-hovered={incident.id === hovered || undefined}
              style={{ height: rowHeight, transform: `translateY(${start}px)` }}
              onClick={() => selection.open(incident, index)}
              onMouseEnter={() => setHoveredIncident(incident.id)}
            >
              <IncidentItem incident={incident} />
            </div>
          ) : null;
        })}
      </div>
      <ListEnd rows={rows} virtual={virtual} />
    </div>
  );
}

/** What is not listed because no browser could lay it out. */
function ListEnd({ rows, virtual }: { readonly rows: IncidentRows; readonly virtual: VirtualRows }) {
  const { t } = useTranslation('incidents');
  const format = useFormat();
  if (rows.count === undefined || virtual.listed >= rows.count) return null;
  return (
    <div className={classes.end} role="presentation">
      {t('listEnd', { listed: format.count(virtual.listed), total: format.count(rows.count) })}
    </div>
  );
}

function ListSkeleton({ rowHeight }: { readonly rowHeight: number }) {
  return Array.from({ length: SKELETON_ROWS }, (_, index) => (
    <div
      // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike
      key={index}
      className={`${classes.skeleton} ${classes.item}`}
      style={{ height: rowHeight }}
      role="presentation"
    >
      <Skeleton height={12} width="80%" radius="sm" />
      <Skeleton height={9} width="55%" radius="sm" />
    </div>
  ));
}
