import { DEFAULT_SORT, EMPTY_FILTER, type Filter, type IncidentSummary, MAX_TEXT_LENGTH } from '@corridor/domain';
import { Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { IncidentItem } from '../../components/incident-item.tsx';
import { type SectorKey, SectorMark } from '../../components/sector-mark.tsx';
import { useAnswer } from '../../engine/use-answer.ts';
import { usePortfolio, useRoutes, useSites } from '../../lib/api/portfolio.ts';
import { useProvinceName } from '../../lib/use-place-text.ts';
import { useScreen } from '../../lib/view/screen-filter.ts';
import { useView } from '../../lib/view/use-view.ts';
import { patchSearch } from '../../lib/view/view.ts';
import { viewStore } from '../../lib/view/view-store.ts';
import { findValues } from './find-values.ts';
import classes from './search.module.css';

const MAX_INCIDENTS = 8;
const MAX_OTHERS = 5;

/** Incidents, places, sites and actors that a search finds; without one, the newest incidents. */
export function SearchResults({ search }: { readonly search: string }) {
  return (
    <Spotlight.ActionsList>
      <FoundIncidents search={search} />
      <FoundPlaces search={search} />
      <FoundSites search={search} />
      <FoundActors search={search} />
      <SearchAllText search={search} />
    </Spotlight.ActionsList>
  );
}

interface Search {
  readonly search: string;
}

const hasWord = (text: string) => /[\p{L}\p{N}]/u.test(text);

function FoundIncidents({ search }: Search) {
  const { t } = useTranslation('shell');
  const open = useOpenIncident();
  const q = hasWord(search) ? search.slice(0, MAX_TEXT_LENGTH) : null;
  const { answer } = useAnswer(
    useMemo(
      () => ({
        filter: q === null ? EMPTY_FILTER : { q },
        page: { sort: DEFAULT_SORT, offset: 0, limit: MAX_INCIDENTS },
      }),
      [q],
    ),
  );
  const incidents = answer?.page?.items ?? [];
  if (answer && incidents.length === 0) return <Spotlight.Empty>{t('searchEmpty')}</Spotlight.Empty>;
  return (
    <Spotlight.ActionsGroup label={t('searchGroups.incidents')}>
      {incidents.map((incident) => (
        <Spotlight.Action key={incident.id} onClick={() => open(incident)}>
          <div className={classes.item}>
            <IncidentItem incident={incident} />
          </div>
        </Spotlight.Action>
      ))}
    </Spotlight.ActionsGroup>
  );
}

/** Opens a record where records are shown: here, or on the map. */
function useOpenIncident(): (incident: IncidentSummary) => void {
  const screen = useScreen();
  const { patch } = useView();
  const navigate = useNavigate();
  return ({ id }) => {
    if (screen === 'map' || screen === 'incidents') patch({ incident: id });
    else void navigate({ to: '/map', search: patchSearch(viewStore.read().search, { incident: id }) });
  };
}

function FoundPlaces({ search }: Search) {
  const { t } = useTranslation('shell');
  const { provinces, districts } = usePortfolio();
  const provinceName = useProvinceName();
  const restrict = useRestrict();
  const foundProvinces = findValues(
    provinces,
    ({ aliases, name, shortName }) => [name, shortName, ...aliases],
    search,
    MAX_OTHERS,
  );
  const foundDistricts = findValues(districts, ({ name, aliases }) => [name, ...aliases], search, MAX_OTHERS);
  if (foundProvinces.length + foundDistricts.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={t('searchGroups.places')}>
      {foundProvinces.map(({ name }) => (
        <Spotlight.Action
          key={name}
          label={name}
          onClick={() => restrict({ province: [name] }, ['province', 'district'])}
        />
      ))}
      {foundDistricts.map(({ name, province }) => (
        <Spotlight.Action
          key={`${province} ${name}`}
          label={name}
          description={provinceName(province)}
          onClick={() => restrict({ district: [name] }, ['province', 'district'])}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}

function FoundSites({ search }: Search) {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const sites = useSites();
  const routes = useRoutes();
  const targets = useMemo(
    () => [
      ...sites.map(({ id, name, sector, district }) => ({ id, name, sector: sector as SectorKey, district })),
      ...routes.map(({ id, name }) => ({ id, name, sector: 'route' as const, district: null })),
    ],
    [sites, routes],
  );
  const found = findValues(targets, ({ name, district }) => [name, district ?? ''], search, MAX_OTHERS);
  if (found.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={t('searchGroups.sites')}>
      {found.map(({ id, name, sector, district }) => (
        <Spotlight.Action
          key={id}
          label={name}
          description={district ?? ''}
          leftSection={<SectorMark sector={sector} />}
          dimmedSections={false}
          onClick={() =>
            void navigate({ to: '/sites', search: patchSearch(viewStore.read().search, { openSite: id }) })
          }
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}

function FoundActors({ search }: Search) {
  const { t } = useTranslation('shell');
  const { actors } = usePortfolio();
  const restrict = useRestrict();
  const found = findValues(actors, ({ name, aliases }) => [name, ...aliases], search, MAX_OTHERS);
  if (found.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={t('searchGroups.actors')}>
      {found.map(({ name, aliases }) => (
        <Spotlight.Action
          key={name}
          label={name}
          description={aliases[0] ?? ''}
          onClick={() => restrict({ actor: [name] }, ['actor'])}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}

function SearchAllText({ search }: Search) {
  const { t } = useTranslation('shell');
  const restrict = useRestrict();
  if (!hasWord(search)) return null;
  return (
    <Spotlight.Action
      label={t('searchAll', { text: search })}
      leftSection={<IconSearch size={16} stroke={1.5} />}
      onClick={() => restrict({ q: search.slice(0, MAX_TEXT_LENGTH) }, ['q'])}
    />
  );
}

/** Puts values into the filter in the place of others. */
function useRestrict(): (values: Filter, instead: readonly (keyof Filter)[]) => void {
  const { view, setFilter } = useView();
  return (values, instead) => {
    const kept = Object.fromEntries(
      Object.entries(view.filter).filter(([key]) => !instead.some((other) => other === key)),
    );
    setFilter({ ...kept, ...values });
  };
}
