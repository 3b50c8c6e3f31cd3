import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './load-error.module.css';

/** One line where the content would be: what failed, in words, and a way to try again. */
export function LoadError({
  what,
  error,
  retry,
}: {
  readonly what: string;
  readonly error: Error;
  readonly retry: () => void;
}) {
  const { t } = useTranslation('common');
  return (
    <div className={classes.error} role="alert">
      <span>{t('failed', { what, reason: error.message })}</span>
      <Button variant="default" size="compact-sm" onClick={retry}>
        {t('retry')}
      </Button>
    </div>
  );
}
