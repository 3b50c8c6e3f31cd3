import { Button, Group } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SectorMark } from '../../../components/sector-mark.tsx';
import { useRoutes, useSites } from '../../../lib/api/portfolio.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useView } from '../../../lib/view/use-view.ts';
import { patchSearch } from '../../../lib/view/view.ts';
import { viewStore } from '../../../lib/view/view-store.ts';
import { useMapCounts } from '../use-map-answer.ts';
import classes from './popover.module.css';

/** Holds the line's place until the count is there. */
const NOT_YET = '\u00a0';

/** A site's or route's facts, how many incidents of the answer lie in its ring, and what to do with it. */
export function SiteFacts({
  kind,
  id,
  onDone,
}: {
  readonly kind: 'site' | 'route';
  readonly id: string;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation(['map', 'taxonomy']);
  const format = useFormat();
  const navigate = useNavigate();
  const sites = useSites();
  const routes = useRoutes();
  const { view, setFilter } = useView();
  const counts = useMapCounts(kind);
  const { count = 0, possible = 0 } = counts?.get(id) ?? {};
  const site = kind === 'site' ? sites.find((candidate) => candidate.id === id) : undefined;
  const thing = site ?? routes.find((candidate) => candidate.id === id);
  if (!thing) return null;
  const near = () => {
    const { site: _site, route: _route, radiusKm: _radius, ...rest } = view.filter;
    setFilter({ ...rest, [kind]: [id] });
    onDone();
  };
  const open = () => {
    onDone();
    void navigate({ to: '/sites', search: patchSearch(viewStore.read().search, { openSite: id }) });
  };
  return (
    <div className={classes.facts}>
      <div className={classes.title}>
        <SectorMark sector={site?.sector ?? 'route'} />
        <b>{thing.name}</b>
      </div>
      <div className={classes.line}>
        {[thing.kind.replaceAll('-', ' '), t(`taxonomy:siteStatus.${thing.status}`)]
          .filter((part) => part !== '')
          .join(' · ')}
      </div>
      {site?.chinesePartner && (
        <div className={classes.line}>{t('map:popover.partner', { partner: site.chinesePartner })}</div>
      )}
      <div>
        <b>{counts ? t('map:popover.inside', { count, formatted: format.count(count) }) : NOT_YET}</b>
        {possible > 0 && (
          <span className={classes.line}> {t('map:popover.possible', { formatted: format.count(possible) })}</span>
        )}
      </div>
      <Group gap={8}>
        <Button variant="default" onClick={near}>
          {t('map:popover.near', { distance: format.km(thing.radiusKm) })}
        </Button>
        <Button variant="default" onClick={open}>
          {t(site ? 'map:popover.openSite' : 'map:popover.openRoute')}
        </Button>
      </Group>
    </div>
  );
}
