import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LoadError } from '../../components/load-error.tsx';
import { useMe } from '../../lib/api/me.ts';
import { sourceQuery } from '../../lib/api/targets.ts';
import { useFormat } from '../../lib/use-format.ts';
import { patchSearch } from '../../lib/view/view.ts';
import { SourceForm } from './source-form.tsx';
import classes from './sources.module.css';

interface SourcePageProps {
  readonly id: string;
  /** Told the source that stands, where a correction made it another. */
  readonly onMoved: (id: string) => void;
}

/** One source: what it says of itself, what cites it, and the way to correct it. */
export function SourcePage({ id, onMoved }: SourcePageProps) {
  const { t } = useTranslation('siteEditor');
  const format = useFormat();
  const { may } = useMe();
  const { data: source, error, refetch } = useQuery(sourceQuery(id));
  if (error) return <LoadError what={t('register.source')} error={error} retry={() => void refetch()} />;
  if (!source) return null;
  const { incidents, sites } = source.citedBy;
  return (
    <div className={classes.source}>
      <p className={classes.address}>
        <a href={source.url} target="_blank" rel="noopener noreferrer">
          {source.url}
        </a>
      </p>
      {may('incidents.edit') && <SourceForm key={source.id} source={source} onCorrected={onMoved} />}
      <section>
        <h3>{t('register.citing')}</h3>
        {incidents.length + sites.length === 0 && <p className={classes.note}>{t('register.uncited')}</p>}
        <ul className={classes.citing}>
          {sites.map((site) => (
            <li key={site.id}>
              <Link to="/sites" search={(search) => patchSearch(search, { openSite: site.id, radius: undefined })}>
                {site.name}
              </Link>
            </li>
          ))}
          {incidents.map((incident) => (
            <li key={incident.id}>
              <Link to="/incidents" search={(search) => patchSearch(search, { incident: incident.id })}>
                {incident.title}
              </Link>{' '}
              <small>{format.date(incident.day)}</small>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
