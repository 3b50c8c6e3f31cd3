import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../lib/api/me.ts';
import { commandOf } from '../../lib/keys/key-commands.ts';
import { useKeyWords } from '../../lib/keys/use-key-words.ts';
import classes from './review-queue.module.css';

const HINTED = {
  waiting: ['queueStep', 'queueOpen', 'queueTake', 'queueStatus', 'help'],
  drafts: ['queueStep', 'queueOpen', 'draftFile', 'draftEdit', 'draftLink', 'draftDismiss'],
} as const;

/** The keys of a list in a line. */
export function KeyHints({ of = 'waiting' }: { readonly of?: keyof typeof HINTED }) {
  const { t } = useTranslation('queue');
  const { may } = useMe();
  const { wordsOf } = useKeyWords();
  const hinted = HINTED[of].filter((id) => {
    const { need } = commandOf(id);
    return need === undefined || may(need);
  });
  return (
    <span className={classes.keys}>
      {hinted.map((id, index) => (
        <Fragment key={id}>
          {index > 0 && ' · '}
          {wordsOf(id).map((words) => (
            <kbd key={words}>{words}</kbd>
          ))}{' '}
          {t(`hints.${id}`)}
        </Fragment>
      ))}
    </span>
  );
}
