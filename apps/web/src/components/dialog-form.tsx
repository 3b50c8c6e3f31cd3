import { Button } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pressedKey } from '../lib/keys/pressed-key.ts';
import { useKeyWords } from '../lib/keys/use-key-words.ts';
import classes from './dialog-form.module.css';
import { KeyCap } from './key-cap.tsx';

interface DialogFormProps {
  /** What the button says that does it. */
  readonly submit: string;
  readonly canSubmit: boolean;
  readonly isPending: boolean;
  /** Told only while it can be done, and is not being done already. */
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** The form in a dialog; a key does what its button does. */
export function DialogForm({ canSubmit, children, isPending, onCancel, onSubmit, submit }: DialogFormProps) {
  const { t } = useTranslation('common');
  const { ariaOf } = useKeyWords();
  const act = (event: Event | FormEvent) => {
    event.preventDefault();
    if (canSubmit && !isPending) onSubmit();
  };
  useWindowEvent('keydown', (event) => {
    if (pressedKey(event, 'dialogSave')) act(event);
  });
  return (
    <form className={classes.form} onSubmit={act} noValidate>
      {children}
      <div className={classes.buttons}>
        <Button variant="default" size="sm" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button
          type="submit"
          size="sm"
          aria-keyshortcuts={ariaOf('dialogSave')}
          disabled={!canSubmit}
          loading={isPending}
        >
          {submit} <KeyCap command="dialogSave" />
        </Button>
      </div>
    </form>
  );
}

/** What a form in a dialog says of itself. */
export function FormText({ children }: { readonly children: ReactNode }) {
  return <p className={classes.text}>{children}</p>;
}

/** Why it was not done. */
export function FormRefusal({ children }: { readonly children: ReactNode }) {
  return (
    <div className={classes.refusal} role="alert">
      {children}
    </div>
  );
}
