import { ActionIcon, Checkbox, Radio } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format.ts';
import type { Chosen } from '../choose-values.ts';
import type { FacetRow } from '../facet-rows.ts';
import classes from './facets.module.css';

interface ChoiceRowProps {
  readonly row: FacetRow;
  readonly label: string;
  readonly mark?: ReactNode;
  readonly chosen: Chosen;
  /** Whether anything in the group is chosen: rows that are not then step back. */
  readonly anyChosen: boolean;
  readonly onToggle: () => void;
  readonly level?: 'plain' | 'sub' | 'top' | 'deep';
  readonly parts?: { readonly open: boolean; readonly onToggle: () => void };
  /** Name of the radio group where only one value can be chosen. */
  readonly radio?: string;
}

/** A value with its count; the bar lies behind the label. */
export function ChoiceRow({ row, label, mark, chosen, anyChosen, onToggle, level, parts, radio }: ChoiceRowProps) {
  const name = useSpokenName(label, row);
  return (
    <div
      className={classes.row}
      data-level={level ?? 'plain'}
      data-chosen={chosen !== 'none' || undefined}
      data-off={(anyChosen && chosen === 'none') || undefined}
    >
      {parts && <PartsToggle label={label} {...parts} />}
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is Mantine's, inside */}
      <label className={classes.choice}>
        {radio === undefined ? (
          <Checkbox
            size="14px"
            checked={chosen === 'all'}
            indeterminate={chosen === 'some'}
            iconColor="var(--cw-on-accent)"
            onChange={onToggle}
            aria-label={name}
          />
        ) : (
          <Radio
            size="xs"
            style={{ '--radio-size': '14px' }}
            name={radio}
            checked={chosen === 'all'}
            onChange={onToggle}
            aria-label={name}
          />
        )}
        {mark}
        <span className={classes.text} title={label}>
          <i className={classes.bar} style={{ inlineSize: `${Math.max(row.count > 0 ? 1.5 : 0, row.share * 100)}%` }} />
          <span>{label}</span>
        </span>
        <RowCount row={row} />
      </label>
    </div>
  );
}

function useSpokenName(label: string, { count, possible }: FacetRow): string {
  const { t } = useTranslation('filters');
  const format = useFormat();
  return possible > 0
    ? t('choice.near', { name: label, inside: format.count(count), possible: format.count(possible) })
    : t('choice.count', { name: label, formatted: format.count(count) });
}

function RowCount({ row }: { readonly row: FacetRow }) {
  const { t } = useTranslation('filters');
  const format = useFormat();
  return (
    <span className={classes.count} aria-hidden="true">
      {format.count(row.count)}
      {row.possible > 0 && <small>{t('choice.possible', { formatted: format.count(row.possible) })}</small>}
    </span>
  );
}

function PartsToggle({
  label,
  open,
  onToggle,
}: {
  readonly label: string;
  readonly open: boolean;
  readonly onToggle: () => void;
}) {
  const { t } = useTranslation('filters');
  const Icon = open ? IconChevronDown : IconChevronRight;
  return (
    <ActionIcon
      className={classes.parts ?? ''}
      size={24}
      aria-expanded={open}
      aria-label={t(open ? 'choice.collapse' : 'choice.expand', { name: label })}
      onClick={onToggle}
    >
      <Icon size={12} stroke={1.5} className={classes.chevron} />
    </ActionIcon>
  );
}
