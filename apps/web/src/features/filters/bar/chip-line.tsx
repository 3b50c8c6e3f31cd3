import { Popover, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format.ts';
import type { Chip } from '../chips.ts';
import type { FilterPart } from '../filter-part.ts';
import classes from './bar.module.css';
import { FilterChip } from './filter-chip.tsx';
import { useFitting } from './use-fitting.ts';

interface ChipLineProps {
  readonly chips: readonly Chip[];
  readonly onEdit: (part: FilterPart) => void;
  readonly onRemove: (part: FilterPart) => void;
}

/** The chips on one line; those that do not fit are behind "+2 more". */
export function ChipLine({ chips, onEdit, onRemove }: ChipLineProps) {
  const key = chips.map(({ lead, text, tail }) => `${lead} ${text} ${tail}`).join('|');
  const { lineRef, measureRef, count } = useFitting(chips.length, key);
  const rest = chips.slice(count);
  return (
    <div className={classes.line} ref={lineRef}>
      {chips.slice(0, count).map((chip) => (
        <FilterChip key={chip.part} chip={chip} onEdit={onEdit} onRemove={onRemove} />
      ))}
      {rest.length > 0 && <MoreChips chips={rest} onEdit={onEdit} onRemove={onRemove} />}
      <div className={classes.measure} ref={measureRef} aria-hidden="true" inert>
        {chips.map((chip) => (
          <FilterChip key={chip.part} chip={chip} onEdit={onEdit} onRemove={onRemove} />
        ))}
      </div>
    </div>
  );
}

function MoreChips({ chips, onEdit, onRemove }: ChipLineProps) {
  const { t } = useTranslation('filters');
  const format = useFormat();
  const [opened, setOpened] = useState(false);
  const words = { count: chips.length, formatted: format.count(chips.length) };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes.moreChips ?? ''}
          data-more-chips
          aria-label={t('moreLabel', words)}
          onClick={() => setOpened(!opened)}
        >
          {t('more', words)}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={`${classes.moreList} ${classes.surface}`} aria-label={t('moreLabel', words)}>
        {chips.map((chip) => (
          <FilterChip
            key={chip.part}
            chip={chip}
            onEdit={(part) => {
              setOpened(false);
              onEdit(part);
            }}
            onRemove={onRemove}
          />
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
