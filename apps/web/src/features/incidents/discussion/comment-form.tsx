import { Button, Textarea } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pressedKey } from '../../../lib/keys/pressed-key.ts';
import { useKeyWords } from '../../../lib/keys/use-key-words.ts';
import classes from './record-discussion.module.css';
import { Refusal } from './refusal.tsx';
import { useCommenting } from './use-discussing.ts';

const MAX_LENGTH = 5000;

/** Says something of a record. */
export function CommentForm({ id }: { readonly id: string }) {
  const { t } = useTranslation('discussion');
  const [text, setText] = useState('');
  const commenting = useCommenting(id);
  const { wordsOf } = useKeyWords();
  const said = text.trim();
  const say = () => {
    if (said === '' || commenting.isPending) return;
    commenting.mutate(said, { onSuccess: () => setText('') });
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    say();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (pressedKey(event, 'commentSend')) say();
    // What is typed is not lost with the record that Escape closes.
    else if (!pressedKey(event, 'recordClose') || said === '') return;
    event.preventDefault();
  };
  return (
    <form className={classes.form} onSubmit={onSubmit}>
      <Textarea
        size="sm"
        aria-label={t('comment')}
        placeholder={t('placeholder')}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={MAX_LENGTH}
        value={text}
        readOnly={commenting.isPending}
        data-mantine-stop-propagation={said !== ''}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className={classes.send}>
        <small>{t('hint', { key: wordsOf('commentSend')[0] })}</small>
        <Button type="submit" disabled={said === ''} loading={commenting.isPending}>
          {t('send')}
        </Button>
      </div>
      <Refusal error={commenting.error} />
    </form>
  );
}
