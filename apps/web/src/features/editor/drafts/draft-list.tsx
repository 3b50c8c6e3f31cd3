import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format.ts';
import classes from './draft-list.module.css';
import type { DraftShelf, ShelvedDraft } from './draft-shelf.ts';
import { editedId } from './draft-starts.ts';

interface DraftListProps {
  readonly shelf: DraftShelf;
  /** The drafts that are offered. */
  readonly drafts: readonly ShelvedDraft[];
  readonly onContinue: (draft: ShelvedDraft) => void;
}

/** What the reader has typed before and not saved: to go on with, or to throw away. */
export function DraftList({ drafts, onContinue, shelf }: DraftListProps) {
  const { t } = useTranslation('editor');
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  if (drafts.length === 0) return null;
  const discard = (draft: ShelvedDraft) => {
    shelf.discard(draft.key);
    setGone(new Set([...gone, draft.key]));
  };
  const restore = (draft: ShelvedDraft) => {
    shelf.keep(draft);
    setGone(new Set([...gone].filter((key) => key !== draft.key)));
  };
  return (
    <section className={classes.drafts} aria-label={t('drafts.label')}>
      <ul>
        {drafts.map((draft) => (
          <li key={draft.key}>
            <DraftLine draft={draft} isGone={gone.has(draft.key)} />
            {gone.has(draft.key) ? (
              <Button variant="default" onClick={() => restore(draft)}>
                {t('drafts.undo')}
              </Button>
            ) : (
              <>
                <Button variant="default" onClick={() => onContinue(draft)}>
                  {t('drafts.continue')}
                </Button>
                <Button variant="subtle" color="gray" onClick={() => discard(draft)}>
                  {t('drafts.discard')}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function DraftLine({
  draft: { key, savedAt, values },
  isGone,
}: {
  readonly draft: ShelvedDraft;
  readonly isGone: boolean;
}) {
  const { t } = useTranslation('editor');
  const format = useFormat();
  const title = values.title.trim() || t('drafts.untitled');
  const when = format.moment(savedAt);
  const words = isGone ? 'drafts.gone' : editedId(key) === null ? 'drafts.ofNew' : 'drafts.ofChange';
  return (
    <p role={isGone ? 'status' : undefined} data-gone={isGone || undefined}>
      {t(words, { title, when })}
    </p>
  );
}
