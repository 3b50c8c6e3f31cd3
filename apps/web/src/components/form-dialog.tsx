import { Button } from '@mantine/core';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog.tsx';
import classes from './form-dialog.module.css';

interface FormDialogProps {
  readonly title: string;
  readonly wide?: boolean;
  /** What the button says that does it. */
  readonly submit: string;
  readonly canSubmit: boolean;
  readonly isPending: boolean;
  /** Told only while it can be done, and is not being done already. */
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form over the page; Ctrl-S and Ctrl-Enter do what its button does. */
export function FormDialog({
  canSubmit,
  children,
  isPending,
  onClose,
  onSubmit,
  submit,
  title,
  wide = false,
}: FormDialogProps) {
  const { t } = useTranslation('common');
  const act = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    if (canSubmit && !isPending) onSubmit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && (event.key === 's' || event.key === 'Enter')) act(event);
  };
  return (
    <Dialog title={title} wide={wide} onClose={onClose} onKeyDown={onKeyDown}>
      <form className={classes.form} onSubmit={act} noValidate>
        {children}
        <div className={classes.buttons}>
          <Button variant="default" size="sm" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" size="sm" disabled={!canSubmit} loading={isPending}>
            {submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** What a form over the page says of itself. */
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
