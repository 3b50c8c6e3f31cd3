import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadArticle } from '../../../lib/api/drafts.ts';
import { useMe } from '../../../lib/api/me.ts';
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
  const { may } = useMe();
  const mayOpen = may('drafts.read');
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => said.current?.focus(), []);
  const { article, drafts, faults, isNew } = read;
  const isNothing = drafts.length === 0;
  const waiting = drafts.filter(({ state }) => state === 'open').length;
  return (
    <div className={classes.result}>
      <p ref={said} tabIndex={-1} role="status">
        {isNothing ? t('drafts.nothing') : isNew ? t('drafts.found', { count: drafts.length }) : t('drafts.wasThere')}
      </p>
      {waiting > 0 && <p>{t(mayOpen ? 'drafts.waitHere' : 'drafts.waitForAnalyst', { count: waiting })}</p>}
      {isNothing && <p>{t(article.language === 'unknown' ? 'drafts.nothingLanguage' : 'drafts.nothingWhy')}</p>}
      <ul className={classes.siblings}>
        {drafts.map(({ draft, id, kind, state }) => (
          <li key={id}>
            <Drafted onOpen={mayOpen ? () => onOpen(id) : null}>
              <span dir="auto">{draft.title ?? t('drafts.untitled')}</span>
              <small>
                {t(`drafts.kind.${kind}`)} · {words.value('occurred', draft)} ·{' '}
                {words.value('place', draft) ?? t('drafts.noPlace')}
                {state !== 'open' && ` · ${t(`drafts.state.${state}`)}`}
              </small>
            </Drafted>
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

interface DraftedProps {
  /** Null where they may not see it. */
  readonly onOpen: (() => void) | null;
  readonly children: ReactNode;
}

function Drafted({ children, onOpen }: DraftedProps) {
  return onOpen === null ? (
    <div className={classes.drafted}>{children}</div>
  ) : (
    <button type="button" onClick={onOpen}>
      {children}
    </button>
  );
}
