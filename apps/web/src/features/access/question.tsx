import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog.tsx';
import classes from './access-form.module.css';

interface QuestionProps<R> {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly act: () => Promise<R>;
  readonly onDone: (answer: R) => void;
  readonly onClose: () => void;
}

/** Asks before something is done that others will notice. What the API has against it is said here. */
export function Question<R>({ act, confirm, onClose, onDone, text, title }: QuestionProps<R>) {
  const { t } = useTranslation('access');
  const { error, isPending, mutate } = useMutation({ mutationFn: act, onSuccess: onDone });
  return (
    <Dialog title={title} onClose={onClose}>
      <div className={classes.form}>
        <p className={classes.question}>{text}</p>
        <div role="alert" className={classes.fault}>
          {error?.message}
        </div>
        <div className={classes.buttons}>
          <Button variant="default" size="sm" onClick={onClose} data-autofocus>
            {t('cancel')}
          </Button>
          <Button size="sm" loading={isPending} onClick={() => mutate()}>
            {confirm}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
