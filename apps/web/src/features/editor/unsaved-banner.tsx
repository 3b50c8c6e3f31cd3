import { Alert, Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../lib/api/fetch-json.ts';
import classes from './editor.module.css';

interface UnsavedBannerProps {
  readonly error: Error;
  readonly isPending: boolean;
  readonly onRetry: () => void;
}

/** Says why it is not saved yet and that nothing is lost; goes on by itself when the network is back. */
export function UnsavedBanner({ error, isPending, onRetry }: UnsavedBannerProps) {
  const { t } = useTranslation('editor');
  const isOut = !(error instanceof ApiError);
  const retry = useRef(onRetry);
  useEffect(() => {
    retry.current = onRetry;
  });
  useEffect(() => {
    if (!isOut) return;
    const again = () => retry.current();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [isOut]);
  if (error instanceof ApiError && error.invalid.length > 0) return null;
  return (
    <Alert className={classes.unsaved ?? ''} variant="light" color="yellow" role="alert" title={t('unsaved.title')}>
      <p>{isOut ? t('unsaved.offline') : t('unsaved.refused', { reason: error.message })}</p>
      <Button variant="default" loading={isPending} onClick={onRetry}>
        {t('unsaved.retry')}
      </Button>
    </Alert>
  );
}
