import { Button } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../lib/api/me.ts';
import { type IncidentDetail, recordQuery } from '../../../lib/api/record.ts';
import { useView } from '../../../lib/view/use-view.ts';
import { RecordLink } from '../record-link.tsx';
import classes from './merge-notices.module.css';
import { UnmergeDialog } from './unmerge-dialog.tsx';

interface MergeNoticesProps {
  readonly record: IncidentDetail;
  /** Told in words what was undone, and of which record. */
  readonly onUndone: (double: { readonly id: string; readonly title: string }) => void;
}

/** Into which record this one is merged, or which it holds; each merge can be undone by those who may. */
export function MergeNotices({ onUndone, record }: MergeNoticesProps) {
  const { view } = useView();
  if (record.mergedInto !== null) return <MergedInto record={record} into={record.mergedInto} onUndone={onUndone} />;
  // What is merged is told as it is now, which is not for a view of the past.
  if (record.doubles.length === 0 || view.asOf) return null;
  return <Holds record={record} onUndone={onUndone} />;
}

function MergedInto({ into, onUndone, record }: MergeNoticesProps & { readonly into: string }) {
  const { t } = useTranslation('merging');
  const { view } = useView();
  const title = useQuery(recordQuery(into, view.asOf)).data?.title ?? into;
  return (
    <section className={classes.notice} aria-label={t('into.label')}>
      <p>{t('into.text')}</p>
      <p>
        <RecordLink id={into}>{t('into.link', { title })}</RecordLink>
      </p>
      <Undo kept={{ id: into, title }} double={record} onUndone={onUndone} />
    </section>
  );
}

function Holds({ onUndone, record }: MergeNoticesProps) {
  const { t } = useTranslation('merging');
  const doubles = useQueries({ queries: record.doubles.map((id) => recordQuery(id)) });
  const title = t('holds.title', { count: record.doubles.length });
  return (
    <section className={classes.notice} aria-label={title}>
      <p>
        <b>{title}</b>
      </p>
      <ul>
        {record.doubles.map((id, index) => {
          const double = { id, title: doubles[index]?.data?.title ?? id };
          return (
            <li key={id}>
              <RecordLink id={id}>{double.title}</RecordLink>
              <Undo kept={record} double={double} onUndone={onUndone} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface UndoProps {
  readonly kept: { readonly id: string; readonly title: string };
  readonly double: { readonly id: string; readonly title: string };
  readonly onUndone: MergeNoticesProps['onUndone'];
}

function Undo({ double, kept, onUndone }: UndoProps) {
  const { t } = useTranslation('merging');
  const { may } = useMe();
  const [isOpen, setOpen] = useState(false);
  if (!may('incidents.edit')) return null;
  return (
    <>
      <Button
        variant="default"
        size="compact-xs"
        aria-haspopup="dialog"
        aria-label={t('holds.undoOf', { title: double.title })}
        onClick={() => setOpen(true)}
      >
        {t('holds.undo')}
      </Button>
      {isOpen && (
        <UnmergeDialog
          kept={kept}
          double={double}
          onClose={() => setOpen(false)}
          onUndone={() => {
            setOpen(false);
            onUndone({ id: double.id, title: double.title });
          }}
        />
      )}
    </>
  );
}
