import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SectorMark } from '../../components/sector-mark.tsx';
import { useSites } from '../../lib/api/portfolio.ts';
import type { IncidentDetail } from '../../lib/api/record.ts';
import { useFormat } from '../../lib/use-format.ts';
import { patchSearch, type ViewSearch } from '../../lib/view/view.ts';
import { type ListedLink, listedLinks } from './listed-links.ts';
import classes from './record.module.css';

/** The sites and routes it was aimed at or happened near, with the honest distance to each. */
export function RecordSites({ links }: { readonly links: IncidentDetail['links'] }) {
  const { t } = useTranslation(['incidents', 'common']);
  const [all, setAll] = useState(false);
  const { shown, more } = listedLinks(links);
  if (shown.length === 0) return t('common:none');
  return (
    <ul className={classes.sites}>
      {[...shown, ...(all ? more : [])].map((link) => (
        <SiteLine key={link.id} link={link} />
      ))}
      {more.length > 0 && !all && (
        <li>
          <button type="button" className={classes.moreSites} onClick={() => setAll(true)}>
            {t('incidents:record.moreSites', { count: more.length })}
          </button>
        </li>
      )}
    </ul>
  );
}

function SiteLine({ link }: { readonly link: ListedLink }) {
  const { t } = useTranslation('incidents');
  const sites = useSites();
  const sector = sites.find(({ id }) => id === link.id)?.sector ?? 'route';
  return (
    <li>
      <div className={classes.site}>
        <SectorMark sector={sector} size={14} />
        <Link
          to="/sites"
          search={(search: ViewSearch) => patchSearch(search, { openSite: link.id, sort: undefined })}
          className={classes.siteName}
          title={link.name}
        >
          {link.name}
        </Link>
        {link.isTarget && <span className={classes.tag}>{t('record.isTarget')}</span>}
      </div>
      <div className={classes.distance}>
        <DistanceWords link={link} />
      </div>
    </li>
  );
}

/** "0.8–1.2 km, inside its 5 km ring" */
function DistanceWords({ link: { distance, relation, radiusKm, kind } }: { readonly link: ListedLink }) {
  const { t } = useTranslation('incidents');
  const format = useFormat();
  if (distance === null || relation === null) return t('record.noDistance');
  return t(`record.relation.${kind}.${relation}`, {
    distance: format.distance(distance.minKm, distance.maxKm),
    radius: format.km(radiusKm),
  });
}
