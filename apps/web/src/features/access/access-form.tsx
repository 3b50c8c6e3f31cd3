import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../lib/api/fetch-json.ts';
import { useFormat } from '../../lib/use-format.ts';
import classes from './access-form.module.css';
import { formProblem } from './form-problem.ts';

type Values<F extends string> = Readonly<Record<F, string>>;

interface AccessFormProps<F extends string, R> {
  /** The fields, as the API names them. */
  readonly names: readonly F[];
  readonly send: (values: Values<F>) => Promise<R>;
  readonly onDone: (answer: R) => void;
  readonly submit: string;
  readonly onCancel?: () => void;
  /** Whether the button takes the whole width. */
  readonly wide?: boolean;
  /** The fields, given what is wrong with each. */
  readonly children: (errorOf: (name: F) => string | undefined) => ReactNode;
}

/** A form whose faults are told by the API, at the field where they lie; who guessed too often sees how long to wait. */
export function AccessForm<F extends string, R>(props: AccessFormProps<F, R>) {
  const { children, names, onCancel, onDone, send, submit, wide = false } = props;
  const { t } = useTranslation('access');
  const form = useRef<HTMLFormElement>(null);
  const { error, isPending, mutate } = useMutation({ mutationFn: send, onSuccess: onDone });
  const { fields, other } = formProblem(error, names);
  const wait = useWait(error);
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>('input[aria-invalid=true]')?.focus();
  }, [error]);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isPending && wait === 0) mutate(readValues(new FormData(event.currentTarget), names));
  };
  return (
    <form ref={form} className={classes.form} onSubmit={onSubmit} noValidate>
      {children((name) => fields.get(name))}
      <div role="alert" className={classes.fault}>
        {other}
      </div>
      {wait > 0 && <WaitLine seconds={wait} />}
      <div className={classes.buttons} data-wide={wide || undefined}>
        {onCancel && (
          <Button variant="default" size="sm" onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
        <Button type="submit" size="sm" fullWidth={wide} loading={isPending} disabled={wait > 0}>
          {submit}
        </Button>
      </div>
    </form>
  );
}

function WaitLine({ seconds }: { readonly seconds: number }) {
  const { t } = useTranslation('access');
  const format = useFormat();
  return <p className={classes.wait}>{t('wait', { count: seconds, formatted: format.count(seconds) })}</p>;
}

/** Guarantee: a text for each name, empty where the form has no such field. */
function readValues<F extends string>(data: FormData, names: readonly F[]): Values<F> {
  const entries = names.map((name) => {
    const value = data.get(name);
    return [name, typeof value === 'string' ? value : ''] as const;
  });
  return Object.fromEntries(entries) as Values<F>;
}

/** Seconds until the API listens again. */
function useWait(error: Error | null): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const tooOften = error instanceof ApiError && error.status === 429;
    const end = performance.now() + (tooOften ? (error.retryAfterSeconds ?? 0) : 0) * 1000;
    const look = () => setLeft(Math.max(0, Math.ceil((end - performance.now()) / 1000)));
    look();
    if (!tooOften) return;
    const timer = setInterval(look, 250);
    return () => clearInterval(timer);
  }, [error]);
  return left;
}
