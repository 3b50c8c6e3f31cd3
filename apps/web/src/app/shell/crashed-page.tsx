import { Button } from '@mantine/core';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './message-page.module.css';

export function CrashedPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation(['shell', 'common']);
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <div className={classes.page} role="alert">
      <h2>{t('shell:crashed.title')}</h2>
      <p>{t('shell:crashed.text', { reason: error instanceof Error ? error.message : String(error) })}</p>
      <Button onClick={retry}>{t('common:retry')}</Button>
    </div>
  );
}
