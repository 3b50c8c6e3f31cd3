import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadArticle } from '../../../lib/api/drafts.ts';
import classes from './drafts.module.css';
import { useFieldWords } from './use-field-words.ts';

interface PasteResultProps {
  readonly read: ReadArticle;
  readonly onOpen: (draft: string) => void;
  readonly onAnother: () => void;
  readonly onClose: () => void;
}

/** The drafts that came out of an article, or why there are none. */
export function PasteResult({ onAnother, onClose, onOpen, read }: PasteResultProps) {
  const { t } = useTranslation('queue');
  const words = useFieldWords();
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => said.current?.focus(), []);
  const { article, drafts, faults, isNew } = read;
  const isNothing = drafts.length === 0;
  return (
    <div className={classes.result}>
      <p ref={said} tabIndex={-1} role="status">
        {isNothing ? t('drafts.nothing') : isNew ? t('drafts.found', { count: drafts.length }) : t('drafts.wasThere')}
      </p>
      {isNothing && <p>{t(article.language === 'unknown' ? 'drafts.nothingLanguage' : 'drafts.nothingWhy')}</p>}
      <ul className={classes.siblings}>
        {drafts.map(({ draft, id, kind, state }) => (
          <li key={id}>
            <button type="button" onClick={() => onOpen(id)}>
              <span dir="auto">{draft.title ?? t('drafts.untitled')}</span>
              <small>
                {t(`drafts.kind.${kind}`)} · {words.value('occurred', draft)} ·{' '}
                {words.value('place', draft) ?? t('drafts.noPlace')}
                {state !== 'open' && ` · ${t(`drafts.state.${state}`)}`}
              </small>
            </button>
          </li>
        ))}
      </ul>
      {faults.length > 0 && (
        <div className={classes.refusal}>
          <p>{t('drafts.faults')}</p>
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
      )}
      <div className={classes.buttons}>
        <Button variant="default" size="sm" onClick={onAnother}>
          {t('drafts.another')}
        </Button>
        <Button size="sm" onClick={onClose}>
          {t('drafts.done')}
        </Button>
      </div>
    </div>
  );
}
