import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format.ts';
import classes from '../table-toolbar.module.css';
import { BulkDialog } from './bulk-dialog.tsx';
import type { Choosing } from './use-chosen-rows.ts';

interface BulkBarProps {
  readonly choosing: Choosing;
  /** Told what was done, in words. */
  readonly onDone: (words: string) => void;
  readonly news: ReactNode;
}

/** What can be done with the chosen rows, in place of what the table adds up to. */
export function BulkBar({ choosing, news, onDone }: BulkBarProps) {
  const { t } = useTranslation('bulk');
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { titles } = choosing.chosen;
  const close = () => setOpen(false);
  return (
    <div className={classes.toolbar}>
      <span className={classes.totals} role="status">
        <b>{t('chosen', { count: titles.size, formatted: format.count(titles.size) })}</b>
        <span>{t('hint')}</span>
      </span>
      {news}
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('change')}
      </Button>
      <Button variant="subtle" color="gray" onClick={choosing.clear}>
        {t('clear')}
      </Button>
      {isOpen && (
        <BulkDialog
          titles={titles}
          onClose={close}
          onDone={(words) => {
            close();
            choosing.clear();
            onDone(words);
          }}
        />
      )}
    </div>
  );
}
