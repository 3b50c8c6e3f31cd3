import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format.ts';
import { useHandedFocus } from '../../../lib/use-handed-focus.ts';
import { type FacetRow, matchesSearch, shortenRows } from '../facet-rows.ts';
import type { FilterPart } from '../filter-part.ts';
import { ChoiceRow } from './choice-row.tsx';
import classes from './facets.module.css';
import { MoreButton } from './more-button.tsx';
import { useListState } from './use-list-state.ts';

interface ValueListProps {
  /** What is listed. */
  readonly part: FilterPart;
  readonly rows: readonly FacetRow[];
  readonly labelOf: (key: string) => string;
  /** Draws a value's mark; the same function at each rendering, as is `onToggle`. */
  readonly markOf?: (key: string) => ReactNode;
  readonly isChosen: (key: string) => boolean;
  readonly onToggle: (key: string) => void;
  /** Rows shown before "more"; all when absent. */
  readonly limit?: number | undefined;
}

const SEARCH_FROM = 12;

/** Values to choose from. Long lists are cut with a way to open them, and have a search field when open. */
export function ValueList({ part, rows, labelOf, markOf, isChosen, onToggle, limit }: ValueListProps) {
  const { t } = useTranslation('filters');
  const format = useFormat();
  const [{ expanded, search }, change] = useListState(part, limit !== undefined);
  const short = limit !== undefined && !expanded;
  const searchable = !short && rows.length > SEARCH_FROM;
  const found = searchable ? rows.filter(({ key }) => matchesSearch(labelOf(key), search)) : rows;
  const shown = short ? shortenRows(found, limit, isChosen) : found;
  const anyChosen = rows.some(({ key }) => isChosen(key));
  const hidden = found.length - shown.length;
  return (
    <>
      {searchable && <SearchField part={part} search={search} onSearch={(text) => change({ search: text })} />}
      {shown.map((row) => (
        <ChoiceRow
          key={row.key}
          row={row}
          label={labelOf(row.key)}
          markOf={markOf}
          chosen={isChosen(row.key) ? 'all' : 'none'}
          anyChosen={anyChosen}
          onToggle={onToggle}
        />
      ))}
      {shown.length === 0 && <p className={classes.note}>{t('choice.nothing')}</p>}
      {limit !== undefined && (hidden > 0 || expanded) && (
        <MoreButton
          text={
            expanded ? t('choice.fewer') : t('choice.moreValues', { count: hidden, formatted: format.count(hidden) })
          }
          expanded={expanded}
          onClick={() => change({ expanded: !expanded })}
        />
      )}
    </>
  );
}

interface SearchFieldProps {
  readonly part: FilterPart;
  readonly search: string;
  readonly onSearch: (search: string) => void;
}

function SearchField({ onSearch, part, search }: SearchFieldProps) {
  const { t } = useTranslation('filters');
  const ref = useHandedFocus(part);
  return (
    <TextInput
      ref={ref}
      className={classes.search ?? ''}
      size="xs"
      placeholder={t('choice.searchShort')}
      aria-label={t('choice.search', { part: t(`part.${part}`) })}
      value={search}
      onChange={(event) => onSearch(event.currentTarget.value)}
    />
  );
}
