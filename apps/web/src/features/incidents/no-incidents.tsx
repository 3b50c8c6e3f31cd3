import { EMPTY_FILTER, type Filter } from '@corridor/domain';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useEngine } from '../../engine/engine-context.tsx';
import { useFormat } from '../../lib/use-format.ts';
import { useProvinceName } from '../../lib/use-place-text.ts';
import { useScreenFilter } from '../../lib/view/screen-filter.ts';
import { useView } from '../../lib/view/use-view.ts';
import { partAtFault, withoutEachPart } from './filter-at-fault.ts';
import classes from './incident-rows.module.css';

/** Says why nothing is listed, and offers the one step that helps. */
export function NoIncidents({ matched }: { readonly matched: number }) {
  const { filter } = useScreenFilter();
  const { info } = useEngine();
  return (
    <div className={classes.empty} role="status">
      {matched > 0 ? (
        <NoneInView matched={matched} />
      ) : info?.incidents === 0 ? (
        <NoData />
      ) : (
        <NoMatch filter={filter} />
      )}
    </div>
  );
}

function NoData() {
  const { t } = useTranslation('incidents');
  return <p>{t('empty.noData')}</p>;
}

function NoneInView({ matched }: { readonly matched: number }) {
  const { t } = useTranslation('incidents');
  const format = useFormat();
  const { patch } = useView();
  return (
    <>
      <p>{t('empty.notInView', { count: matched, formatted: format.count(matched) })}</p>
      <Button variant="default" onClick={() => patch({ list: 'all' })}>
        {t('empty.listAll', { formatted: format.count(matched) })}
      </Button>
    </>
  );
}

function NoMatch({ filter }: { readonly filter: Filter }) {
  const { t } = useTranslation('incidents');
  const format = useFormat();
  const provinceName = useProvinceName();
  const { setFilter } = useView();
  const found = useFault(filter);
  if (!found) return <p>{t('empty.none')}</p>;
  const { fault } = found;
  if (!fault) {
    return (
      <>
        <p>
          {t('empty.none')} {t('empty.several')}
        </p>
        <Button variant="default" onClick={() => setFilter(EMPTY_FILTER)}>
          {t('empty.clear')}
        </Button>
      </>
    );
  }
  const [province, ...others] = fault.filter.province ?? [];
  const values = {
    count: fault.matched,
    formatted: format.count(fault.matched),
    part: t(`part.${fault.part}`),
  };
  return (
    <>
      <p>
        {t('empty.none')}{' '}
        {province && others.length === 0
          ? t('empty.placeWithout', { ...values, place: provinceName(province) })
          : t('empty.without', values)}
      </p>
      <Button variant="default" onClick={() => setFilter(fault.filter)}>
        {t('empty.remove', values)}
      </Button>
    </>
  );
}

/** Asks what would match without each part of the filter. */
function useFault(filter: Filter) {
  const { client, info } = useEngine();
  const { data } = useQuery({
    queryKey: ['filter-at-fault', info?.revision, filter],
    queryFn: async ({ signal }) => {
      const candidates = await Promise.all(
        withoutEachPart(filter).map(async (without) => ({
          ...without,
          matched: (await client.answer({ filter: without.filter }, signal)).totals.matched,
        })),
      );
      return { fault: partAtFault(candidates) };
    },
    staleTime: Infinity,
    gcTime: 30_000,
    retry: false,
  });
  return data;
}
