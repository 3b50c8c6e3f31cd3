import type { Filter } from '@corridor/domain';
import { ActionIcon, Button, Skeleton } from '@mantine/core';
import { IconEdit, IconMap, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadError } from '../../components/load-error.tsx';
import { SectorMark } from '../../components/sector-mark.tsx';
import { useMe } from '../../lib/api/me.ts';
import { useRoutes, useSites } from '../../lib/api/portfolio.ts';
import { useProvinceName } from '../../lib/use-place-text.ts';
import { useView } from '../../lib/view/use-view.ts';
import { patchSearch } from '../../lib/view/view.ts';
import type { OpenSite } from './open-site.ts';
import { RadiusSlider } from './radius-slider.tsx';
import { SiteFacts } from './site-facts.tsx';
import { SiteHistory } from './site-history.tsx';
import { SiteMap } from './site-map.tsx';
import { SiteNumbers } from './site-numbers.tsx';
import classes from './site-page.module.css';
import { SiteVersions } from './site-versions.tsx';
import { SiteYears } from './site-years.tsx';
import { useMapReach } from './use-map-reach.ts';
import { useSiteAnswers } from './use-site-answers.ts';

/** Incidents of the history at first, and how many more a click shows. */
const SHOWN = 12;
const SHOWN_MORE = 24;

/** Everything about one site: facts, ring, counts as the radius moves, years, and what was aimed at it. */
export function SitePage({ end }: { readonly end: string }) {
  const { t } = useTranslation('sites');
  const { view } = useView();
  const open = useOpenSite(view.openSite);
  if (view.openSite === undefined) return <p className={classes.hint}>{t('choose')}</p>;
  if (!open) return <p className={classes.hint}>{t('unknown', { id: view.openSite })}</p>;
  return <OpenSitePage key={`${open.kind}:${open.site.id}`} open={open} end={end} />;
}

function useOpenSite(id: string | undefined): OpenSite | null {
  const sites = useSites();
  const routes = useRoutes();
  return useMemo(() => {
    const site = sites.find((candidate) => candidate.id === id);
    if (site) return { kind: 'site', site };
    const route = routes.find((candidate) => candidate.id === id);
    return route ? { kind: 'route', site: route } : null;
  }, [id, sites, routes]);
}

function OpenSitePage({ open, end }: { readonly open: OpenSite; readonly end: string }) {
  const { t } = useTranslation('sites');
  const { view, patch } = useView();
  const own = open.site.radiusKm;
  const [dragged, setDragged] = useState<number | null>(null);
  const radiusKm = dragged ?? view.radius ?? own;
  const [shown, setShown] = useState(SHOWN);
  const { reachKm, show } = useMapReach(open);
  const { answers, failed } = useSiteAnswers(open, { radiusKm, reachKm: Math.max(reachKm, radiusKm), end, shown });
  return (
    <section className={classes.page} aria-labelledby="site-name">
      <SiteHeader open={open} />
      <SiteFacts open={open} />
      {failed?.error && <LoadError what={open.site.name} error={failed.error} retry={failed.retry} />}
      {answers ? (
        <div className={classes.columns}>
          <div className={classes.column}>
            <div className={classes.map}>
              <SiteMap open={open} radiusKm={radiusKm} places={answers.places} onShow={show} />
            </div>
            <RadiusSlider
              places={answers.places}
              radiusKm={radiusKm}
              ownRadiusKm={own}
              onChange={setDragged}
              onChangeEnd={(radius) => {
                setDragged(null);
                patch({ radius: radius === own ? undefined : radius }, { replace: true });
              }}
            />
            <SiteYears timelines={answers.timelines} end={end} />
          </div>
          <div className={classes.column}>
            <SiteNumbers numbers={answers.numbers} end={end} />
            <SiteHistory history={answers.history} more={SHOWN_MORE} onMore={() => setShown(shown + SHOWN_MORE)} />
          </div>
        </div>
      ) : (
        <Skeleton height={420} mt="md" />
      )}
      <p className={classes.note}>
        {'notes' in open.site && open.site.notes && `${t('facts.notes')}: ${open.site.notes}`}
      </p>
      <SiteVersions open={open} />
    </section>
  );
}

function SiteHeader({ open }: { readonly open: OpenSite }) {
  const { t } = useTranslation(['sites', 'siteEditor', 'taxonomy', 'common']);
  const { may } = useMe();
  const { view, patch } = useView();
  const provinceName = useProvinceName();
  const { kind, site } = open;
  const where = kind === 'site' ? `${site.location}, ${provinceName(site.province)}` : t('sites:route');
  const nearFilter: Filter = { ...view.filter, [kind]: [site.id] };
  return (
    <header className={classes.header}>
      <SectorMark sector={kind === 'site' ? site.sector : 'route'} size={32} />
      <div className={classes.title}>
        <h2 id="site-name">{site.name}</h2>
        <p>{[site.kind.replaceAll('-', ' '), t(`taxonomy:siteStatus.${site.status}`), where].join(' · ')}</p>
      </div>
      {may('sites.edit') && (
        <Button
          variant="default"
          leftSection={<IconEdit size={16} stroke={1.5} />}
          renderRoot={(props) => (
            <Link
              {...props}
              to={kind === 'site' ? '/sites/$id/edit' : '/routes/$id/edit'}
              params={{ id: site.id }}
              search={(search) => search}
            />
          )}
        >
          {t('siteEditor:edit')}
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<IconMap size={16} stroke={1.5} />}
        renderRoot={(props) => (
          <Link
            {...props}
            to="/map"
            search={(search) => patchSearch(search, { filter: nearFilter, openSite: undefined, at: undefined })}
          />
        )}
      >
        {t('sites:onMap')}
      </Button>
      <ActionIcon
        className={classes.close ?? ''}
        size={28}
        aria-label={t('sites:close')}
        onClick={() => patch({ openSite: undefined, radius: undefined })}
      >
        <IconX size={16} stroke={1.5} />
      </ActionIcon>
    </header>
  );
}
