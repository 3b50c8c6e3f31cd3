import type { Filter, Query, Route, Site } from '@corridor/domain';
import { ActionIcon, Button, Skeleton } from '@mantine/core';
import { IconMap, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadError } from '../../components/load-error.tsx';
import { SectorMark } from '../../components/sector-mark.tsx';
import { useAnswer } from '../../engine/use-answer.ts';
import { useRoutes, useSites } from '../../lib/api/portfolio.ts';
import { useProvinceName } from '../../lib/use-place-text.ts';
import { useScreenFilter } from '../../lib/view/screen-filter.ts';
import { useView } from '../../lib/view/use-view.ts';
import { patchSearch } from '../../lib/view/view.ts';
import { RadiusSlider } from './radius-slider.tsx';
import { relate } from './site-counts.ts';
import { SiteFacts } from './site-facts.tsx';
import { SiteHistory } from './site-history.tsx';
import { SiteMap } from './site-map.tsx';
import { SiteNumbers } from './site-numbers.tsx';
import classes from './site-page.module.css';
import { SiteYears } from './site-years.tsx';

/** A site or a route, told apart where both have the same id. */
export type OpenSite =
  | { readonly kind: 'site'; readonly site: Site }
  | { readonly kind: 'route'; readonly site: Route };

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
  const { filter } = useScreenFilter();
  const own = open.site.radiusKm;
  const [dragged, setDragged] = useState<number | null>(null);
  const radiusKm = dragged ?? view.radius ?? own;
  const { answer, error, retry } = useDistances(filter, open);
  const rows = useMemo(
    () => answer?.distances && relate(answer.distances, open.site.id, radiusKm),
    [answer, open.site.id, radiusKm],
  );
  return (
    <section className={classes.page} aria-labelledby="site-name">
      <SiteHeader open={open} />
      <SiteFacts open={open} />
      {error && <LoadError what={open.site.name} error={error} retry={retry} />}
      {rows && answer?.distances ? (
        <div className={classes.columns}>
          <div className={classes.column}>
            <div className={classes.map}>
              <SiteMap open={open} radiusKm={radiusKm} rows={rows} />
            </div>
            <RadiusSlider
              distances={answer.distances}
              radiusKm={radiusKm}
              ownRadiusKm={own}
              onChange={setDragged}
              onChangeEnd={(radius) => {
                setDragged(null);
                patch({ radius: radius === own ? undefined : radius }, { replace: true });
              }}
            />
            <SiteYears rows={rows} end={end} />
          </div>
          <div className={classes.column}>
            <SiteNumbers rows={rows} radiusKm={radiusKm} end={end} />
            <SiteHistory rows={rows} radiusKm={radiusKm} />
          </div>
        </div>
      ) : (
        <Skeleton height={420} mt="md" />
      )}
      <p className={classes.note}>
        {'notes' in open.site && open.site.notes && `${t('facts.notes')}: ${open.site.notes}`}
      </p>
    </section>
  );
}

/** Distances of every incident of the page's filter, without the parts that would look near a site only. */
function useDistances(filter: Filter, { kind, site }: OpenSite) {
  const query = useMemo((): Query => {
    const { site: _site, route: _route, radiusKm: _radius, ...rest } = filter;
    return { filter: rest, distances: { kind, id: site.id } };
  }, [filter, kind, site.id]);
  return useAnswer(query);
}

function SiteHeader({ open }: { readonly open: OpenSite }) {
  const { t } = useTranslation(['sites', 'taxonomy', 'common']);
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
