import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeyWords } from '../../../lib/keys/use-key-words.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useView } from '../../../lib/view/use-view.ts';
import { MergeDialog } from '../merging/merge-dialog.tsx';
import classes from '../table-toolbar.module.css';
import { BulkDialog } from './bulk-dialog.tsx';
import type { Choosing } from './use-chosen-rows.ts';

interface BulkBarProps {
  readonly choosing: Choosing;
  /** Whether the bar itself is there. What it opened stays without it, when a phone is turned. */
  readonly shown: boolean;
  /** Told what was done, in words. */
  readonly onDone: (words: string) => void;
  readonly news: ReactNode;
}

/** What can be done with the chosen rows, in place of what the table adds up to. */
export function BulkBar({ choosing, news, onDone, shown }: BulkBarProps) {
  const { t } = useTranslation(['bulk', 'merging']);
  const format = useFormat();
  const { wordsOf } = useKeyWords();
  const { patch } = useView();
  const [open, setOpen] = useState<'change' | 'merge' | null>(null);
  const { titles } = choosing.chosen;
  const [first, second] = [...titles.keys()];
  const pair = titles.size === 2 && first !== undefined && second !== undefined ? { first, second } : null;
  const close = () => setOpen(null);
  const finish = (words: string) => {
    close();
    choosing.clear();
    onDone(words);
  };
  return (
    <>
      {shown && (
        <div className={classes.toolbar}>
          <span className={classes.totals} role="status">
            <b>{t('bulk:chosen', { count: titles.size, formatted: format.count(titles.size) })}</b>
            <span>{t('bulk:hint', { key: wordsOf('chooseRow')[0], range: wordsOf('chooseRange')[0] })}</span>
          </span>
          {news}
          <Button variant="default" onClick={() => setOpen('change')}>
            {t('bulk:change')}
          </Button>
          {pair && (
            <Button variant="default" onClick={() => setOpen('merge')}>
              {t('merging:actionTwo')}
            </Button>
          )}
          <Button variant="subtle" color="gray" onClick={choosing.clear}>
            {t('bulk:clear')}
          </Button>
        </div>
      )}
      {open === 'change' && <BulkDialog titles={titles} onClose={close} onDone={finish} />}
      {open === 'merge' && pair && (
        <MergeDialog
          {...pair}
          onClose={close}
          onMerged={({ double, kept }) => {
            patch({ incident: kept.id });
            finish(t('merging:done', { title: double.title }));
          }}
        />
      )}
    </>
  );
}
