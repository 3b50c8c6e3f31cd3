import { UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Chip } from '../chips.ts';
import type { FilterPart } from '../filter-part.ts';
import classes from './filter-chip.module.css';

interface FilterChipProps {
  readonly chip: Chip;
  readonly onEdit: (part: FilterPart) => void;
  readonly onRemove: (part: FilterPart) => void;
}

/** A joining word, the chip with its text and cross, and what follows it. */
export function FilterChip({ chip: { part, lead, text, tail }, onEdit, onRemove }: FilterChipProps) {
  const { t } = useTranslation('filters');
  return (
    <span className={classes.phrase} data-chip={part}>
      {lead !== '' && <span className={classes.word}>{lead}</span>}
      <span className={classes.chip}>
        <UnstyledButton
          className={classes.edit ?? ''}
          aria-label={t('edit', { text })}
          aria-haspopup="dialog"
          onClick={() => onEdit(part)}
        >
          {text}
        </UnstyledButton>
        <UnstyledButton
          className={classes.remove ?? ''}
          aria-label={t('remove', { text })}
          onClick={() => onRemove(part)}
        >
          <IconX size={12} stroke={1.75} aria-hidden="true" />
        </UnstyledButton>
      </span>
      {tail && <span className={classes.word}>{tail}</span>}
    </span>
  );
}
