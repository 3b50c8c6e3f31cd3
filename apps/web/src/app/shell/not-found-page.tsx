import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './message-page.module.css';

export function NotFoundPage() {
  const { t } = useTranslation('shell');
  return (
    <div className={classes.page}>
      <h2>{t('notFound.title')}</h2>
      <p>{t('notFound.text')}</p>
      <Link to="/map" search={{}}>
        {t('notFound.back')}
      </Link>
    </div>
  );
}
