import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../lib/api/me.ts';
import { carriedSearch } from './carried-search.ts';
import classes from './message-page.module.css';

/** Somebody is signed in whose role does not reach. */
export function NotAllowedPage({ person }: { readonly person: NonNullable<Me['person']> }) {
  const { t } = useTranslation('access');
  return (
    <main className={classes.page}>
      <h2>{t('notAllowed.title')}</h2>
      <p>{t('notAllowed.text', { name: person.name, role: t(`role.${person.role}`) })}</p>
      <Link to="/map" search={carriedSearch}>
        {t('notAllowed.back')}
      </Link>
    </main>
  );
}
