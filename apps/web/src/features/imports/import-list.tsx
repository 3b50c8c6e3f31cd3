import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import base from '../../components/data-table.module.css';
import { LoadError } from '../../components/load-error.tsx';
import { type ImportSummary, importsQuery, isGivenUp } from '../../lib/api/imports.ts';
import { useFormat } from '../../lib/use-format.ts';
import { ImportState } from './import-state.tsx';
import classes from './imports.module.css';
import { useFileWords } from './use-file-words.ts';

/** What was imported before, and how each import stands. */
export function ImportList() {
  const { t } = useTranslation('imports');
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage, refetch } = useInfiniteQuery(importsQuery);
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={classes.part}>
      <h2>{t('earlier')}</h2>
      {error && <LoadError what={t('earlier')} error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton height={64} radius="sm" />}
      {data && items.length === 0 && <p className={classes.empty}>{t('none')}</p>}
      {items.length > 0 && <ImportTable items={items} />}
      {hasNextPage && (
        <Button variant="default" size="sm" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </section>
  );
}

function ImportTable({ items }: { readonly items: readonly ImportSummary[] }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const words = useFileWords();
  return (
    <table className={`${base.table} ${classes.table}`}>
      <caption className={base.caption}>{t('earlierTable')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('file')}</th>
          <th scope="col">{t('state')}</th>
          <th scope="col" className={classes.wide}>
            {t('when')}
          </th>
          <th scope="col" className={classes.wide}>
            {t('brought')}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ counts, file, format: told, id, size, startedAt, state }) => (
          <tr key={id}>
            <th scope="row">
              <Link to="/imports/$id" params={{ id: String(id) }} search={(search) => search}>
                {file}
              </Link>
              <small>{[words.format(told), words.size(size)].join(' · ')}</small>
            </th>
            <td>
              <ImportState state={state} />
            </td>
            <td className={classes.wide}>{format.moment(startedAt)}</td>
            <td className={classes.wide}>
              {isGivenUp(state) ? '–' : `${format.count(counts.new)}, ${format.count(counts.changed)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
