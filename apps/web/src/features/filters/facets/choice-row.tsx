import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { memo, type ReactNode, startTransition, useOptimistic } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format.ts';
import { viewStore } from '../../../lib/view/view-store.ts';
import type { Chosen } from '../choose-values.ts';
import type { FacetRow } from '../facet-rows.ts';
import classes from './facets.module.css';

interface ChoiceRowProps {
  readonly row: FacetRow;
  readonly label: string;
  /** Draws the mark of a value; the same function at each rendering. */
  readonly markOf?: ((key: string) => ReactNode) | undefined;
  readonly chosen: Chosen;
  /** Whether anything in the group is chosen: rows that are not then step back. */
  readonly anyChosen: boolean;
  /** Hears the row's key, and changes the view alone; the same function at each rendering. */
  readonly onToggle: (key: string) => void;
  readonly level?: 'plain' | 'sub' | 'top' | 'deep';
  /** Whether the row's parts are shown, where it has some. */
  readonly open?: boolean;
  readonly onOpen?: (key: string) => void;
  /** Name of the radio group where only one value can be chosen. */
  readonly radio?: string;
}

/** A value with its count; the bar lies behind the label. Drawn anew only when something of it changes: there are many. */
export const ChoiceRow = memo(function ChoiceRow(props: ChoiceRowProps) {
  const { row, label, markOf, anyChosen, onToggle, level = 'plain', open, onOpen, radio } = props;
  const { key, count, possible, share } = row;
  const [chosen, showChosen] = useOptimistic(props.chosen);
  const { t } = useTranslation('filters');
  const format = useFormat();
  const formatted = format.count(count);
  const near = possible > 0 ? format.count(possible) : null;
  const name = near
    ? t('choice.near', { name: label, inside: formatted, possible: near })
    : t('choice.count', { name: label, formatted });
  return (
    <div
      className={classes.row}
      data-level={level}
      data-chosen={chosen !== 'none' || undefined}
      data-off={(anyChosen && chosen === 'none') || undefined}
    >
      {onOpen && <PartsToggle label={label} open={open ?? false} onToggle={() => onOpen(key)} />}
      <label className={classes.choice} onPointerEnter={() => viewStore.expect(() => onToggle(key))}>
        <input
          ref={(input) => {
            if (input) input.indeterminate = chosen === 'some';
          }}
          className={classes.box}
          type={radio === undefined ? 'checkbox' : 'radio'}
          name={radio}
          checked={chosen === 'all'}
          onFocus={() => viewStore.expect(() => onToggle(key))}
          onChange={() => {
            startTransition(() => showChosen(chosen === 'all' && radio === undefined ? 'none' : 'all'));
            onToggle(key);
          }}
          aria-label={name}
        />
        {markOf?.(key)}
        <span className={classes.text} title={label}>
          <i className={classes.bar} style={{ inlineSize: `${Math.max(count > 0 ? 1.5 : 0, share * 100)}%` }} />
          <span>{label}</span>
        </span>
        <span className={classes.count} aria-hidden="true">
          {formatted}
          {near && <small>{t('choice.possible', { formatted: near })}</small>}
        </span>
      </label>
    </div>
  );
}, isSame);

function isSame(before: ChoiceRowProps, after: ChoiceRowProps): boolean {
  return (
    before.row.count === after.row.count &&
    before.row.possible === after.row.possible &&
    before.row.share === after.row.share &&
    before.row.key === after.row.key &&
    before.label === after.label &&
    before.chosen === after.chosen &&
    before.anyChosen === after.anyChosen &&
    before.open === after.open &&
    before.onToggle === after.onToggle &&
    before.onOpen === after.onOpen
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
