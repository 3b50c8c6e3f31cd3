import { type BBox, DEFAULT_SORT, type IncidentSummary, type Query } from '@corridor/domain';
import { Button, ScrollArea, UnstyledButton } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { IncidentItem } from '../../../components/incident-item.tsx';
import { useAnswer } from '../../../engine/use-answer.ts';
import { usePortfolio } from '../../../lib/api/portfolio.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useScreenFilter } from '../../../lib/view/screen-filter.ts';
import { useView } from '../../../lib/view/use-view.ts';
import type { MapFocus } from '../map-focus.ts';
import classes from './popover.module.css';

const LIMIT = 100;
/** Degrees, about 10 m: the box of a single place must not be empty. */
const SLACK = 1e-4;

type ListFocus = Extract<MapFocus, { kind: 'cluster' | 'rough' }>;

/** The incidents of one place, or those known only to a district. */
export function ClusterList({ focus, onDone }: { readonly focus: ListFocus; readonly onDone: () => void }) {
  const { t } = useTranslation('map');
  const format = useFormat();
  const { view, patch, setFilter } = useView();
  const items = useListed(focus);
  const open = ({ id }: IncidentSummary) => {
    onDone();
    patch({ incident: id }, { replace: view.incident !== undefined });
  };
  const only = (districts: readonly string[]) => {
    const { province: _province, ...rest } = view.filter;
    setFilter({ ...rest, district: districts });
    onDone();
  };
  const more = focus.count - items.length;
  return (
    <div className={classes.list}>
      <div className={classes.listHead}>
        {focus.kind === 'rough' ? (
          <b>{t('cluster.roughly', { district: focus.districts.join(', ') })}</b>
        ) : (
          <b>{t('cluster.heading', { count: focus.count, formatted: format.count(focus.count) })}</b>
        )}
        {focus.kind === 'rough' && (
          <Button variant="default" onClick={() => only(focus.districts)}>
            {t('popover.onlyDistrict')}
          </Button>
        )}
      </div>
      <ScrollArea.Autosize mah={270} scrollbars="y" className={classes.scroll ?? ''}>
        {items.map((incident) => (
          <UnstyledButton key={incident.id} className={classes.item ?? ''} onClick={() => open(incident)}>
            <IncidentItem incident={incident} />
          </UnstyledButton>
        ))}
        {more > 0 && items.length === LIMIT && (
          <div className={classes.more}>{t('cluster.more', { count: more, formatted: format.count(more) })}</div>
        )}
      </ScrollArea.Autosize>
    </div>
  );
}

function useListed(focus: ListFocus): readonly IncidentSummary[] {
  const { filter } = useScreenFilter();
  const { districts } = usePortfolio();
  const query = useMemo((): Query => {
    const page = { sort: DEFAULT_SORT, offset: 0, limit: LIMIT };
    if (focus.kind === 'cluster') return { filter, page: { ...page, within: widen(focus.extent) } };
    const centres = districts.filter(({ name }) => focus.districts.includes(name));
    const within = widen([
      Math.min(...centres.map(({ longitude }) => longitude)),
      Math.min(...centres.map(({ latitude }) => latitude)),
      Math.max(...centres.map(({ longitude }) => longitude)),
      Math.max(...centres.map(({ latitude }) => latitude)),
    ]);
    return { filter: { ...filter, district: focus.districts }, page: { ...page, within } };
  }, [filter, focus, districts]);
  const items = useAnswer(query).answer?.page?.items;
  return useMemo(
    () => (items ?? []).filter(({ placePrecision }) => (placePrecision === 'district') === (focus.kind === 'rough')),
    [items, focus],
  );
}

const widen = ([west, south, east, north]: BBox): BBox => [west - SLACK, south - SLACK, east + SLACK, north + SLACK];
