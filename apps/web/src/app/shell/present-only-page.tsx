import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useView } from '../../lib/view/use-view.ts';
import classes from './message-page.module.css';

/** A page where something is done, while the records are shown as they were. */
export function PresentOnlyPage({ page }: { readonly page: string }) {
  const { t } = useTranslation('asKnown');
  const { patch } = useView();
  return (
    <main className={classes.page}>
      <h2>{t('presentOnly.title', { page })}</h2>
      <p>{t('presentOnly.text')}</p>
      <Button variant="default" onClick={() => patch({ asOf: undefined })}>
        {t('back')}
      </Button>
    </main>
  );
}
