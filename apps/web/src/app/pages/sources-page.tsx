import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RecordOrigins } from '../../features/sources/record-origins.tsx';
import { SourceRegister } from '../../features/sources/source-register.tsx';
import classes from '../../features/sources/sources.module.css';
import { SourcesPart } from '../../features/sources/sources-part.tsx';
import { WatchedSources } from '../../features/sources/watched-sources.tsx';
import { useMe } from '../../lib/api/me.ts';

/** How fresh what comes in is, where the records came from, and what they cite. */
export function SourcesPage() {
  const { t } = useTranslation(['freshness', 'siteEditor']);
  const { may } = useMe();
  const importing = may('imports.run') && (
    <Button variant="default" size="sm" renderRoot={(props) => <Link to="/imports" {...props} />}>
      {t('freshness:import')}
    </Button>
  );
  return (
    <div className={classes.page}>
      <WatchedSources />
      <RecordOrigins actions={importing} />
      <SourcesPart title={t('freshness:register')} note={t('siteEditor:register.note')}>
        <SourceRegister />
      </SourcesPart>
    </div>
  );
}
