import { EMPTY_FILTER } from '@corridor/domain';
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../../lib/view/use-view.ts';
import { AddFilter } from './bar/add-filter.tsx';
import classes from './bar/bar.module.css';
import { ChipLine } from './bar/chip-line.tsx';
import { EditorPopover } from './bar/editor-popover.tsx';
import { ExportMenu } from './bar/export-menu.tsx';
import { FacetsDrawer } from './bar/facets-drawer.tsx';
import { FilterChip } from './bar/filter-chip.tsx';
import { SaveView } from './bar/save-view.tsx';
import { Share } from './bar/share.tsx';
import { useChips } from './bar/use-chips.ts';
import type { Chip } from './chips.ts';
import type { FilterPart } from './filter-part.ts';

/** The filter of the screen as a sentence of removable chips, with the ways to change, keep, share and export it, and `tools` before them. */
export function FilterBar({ tools }: { readonly tools?: ReactNode }) {
  const { t } = useTranslation('filters');
  const { view, setFilter } = useView();
  const { chips, remove } = useChips();
  const lead = useLeadWords(chips);
  const [open, setOpen] = useState<FilterPart | null>(null);
  const close = useCallback(() => setOpen(null), []);
  const barRef = useRef<HTMLDivElement>(null);
  const wide = useMediaQuery('(min-width: 1280px)', true, { getInitialValueInEffect: false });
  const phone = useMediaQuery('(max-width: 639px)', false, { getInitialValueInEffect: false });
  return (
    <section className={classes.bar} aria-label={t('bar')} ref={barRef}>
      {!wide && <FacetsDrawer count={chips.length} />}
      {phone ? (
        <div className={classes.scroller}>
          {chips.map((chip) => (
            <FilterChip key={chip.part} chip={chip} onEdit={setOpen} onRemove={remove} />
          ))}
          <AddFilter onChoose={setOpen} />
        </div>
      ) : (
        <div className={classes.sentence}>
          <span className={classes.lead}>{lead}</span>
          <ChipLine chips={chips} onEdit={setOpen} onRemove={remove} />
          <AddFilter onChoose={setOpen} />
          {Object.keys(view.filter).length > 0 && (
            <Button
              className={classes.clear ?? ''}
              variant="subtle"
              color="gray"
              size="compact-sm"
              onClick={() => setFilter(EMPTY_FILTER)}
            >
              {t('clear')}
            </Button>
          )}
        </div>
      )}
      <div className={classes.tools}>
        {tools}
        <SaveView phone={phone} />
        <Share />
        <ExportMenu />
      </div>
      <EditorPopover part={open} onClose={close} barRef={barRef} />
    </section>
  );
}

/** "Showing", and what is shown where no chip names it. */
function useLeadWords(chips: readonly Chip[]): string {
  const { t } = useTranslation('filters');
  if (chips.length === 0) return t('showingAll');
  return chips[0]?.part === 'type' ? t('showing') : t('showingIncidents');
}
