import { Button, Drawer, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import base from '../../components/data-table.module.css';
import { LoadError } from '../../components/load-error.tsx';
import { fetchSources, type ListedSource } from '../../lib/api/targets.ts';
import { useFormat } from '../../lib/use-format.ts';
import { SourcePage } from './source-page.tsx';
import classes from './sources.module.css';

const PAUSE_MS = 200;

/** Every source that records cite, to be searched; one is opened to see what cites it, and to correct it. */
export function SourceRegister() {
  const { t } = useTranslation('siteEditor');
  const [text, setText] = useState('');
  const [sought] = useDebouncedValue(text.trim(), PAUSE_MS);
  const [openId, setOpenId] = useState<string | null>(null);
  const phone = useMediaQuery('(max-width: 639px)', false, { getInitialValueInEffect: false });
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage, refetch } = useInfiniteQuery({
    queryKey: ['sources', sought],
    queryFn: ({ pageParam, signal }) => fetchSources(sought, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className={classes.register}>
      <TextInput
        size="sm"
        leftSection={<IconSearch size={16} stroke={1.5} />}
        aria-label={t('register.find')}
        placeholder={t('register.find')}
        maxLength={200}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {error && <LoadError what={t('register.title')} error={error} retry={() => void refetch()} />}
      {items.length > 0 && <SourceTable items={items} onOpen={setOpenId} />}
      {data && items.length === 0 && <p className={classes.note}>{t('register.none', { text: sought })}</p>}
      {hasNextPage && (
        <Button variant="default" size="sm" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('register.more')}
        </Button>
      )}
      <Drawer
        opened={openId !== null}
        onClose={() => setOpenId(null)}
        position={phone ? 'bottom' : 'right'}
        size={phone ? '90%' : 520}
        title={t('register.source')}
        closeButtonProps={{ 'aria-label': t('register.close') }}
      >
        {openId !== null && <SourcePage key={openId} id={openId} onMoved={setOpenId} />}
      </Drawer>
    </div>
  );
}

interface SourceTableProps {
  readonly items: readonly ListedSource[];
  readonly onOpen: (id: string) => void;
}

function SourceTable({ items, onOpen }: SourceTableProps) {
  const { t } = useTranslation('siteEditor');
  const format = useFormat();
  return (
    <table className={`${base.table} ${classes.table}`}>
      <caption className={base.caption}>{t('register.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('register.source')}</th>
          <th scope="col">{t('register.date')}</th>
          <th scope="col">{t('register.cited')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ date, id, incidents, publisher, sites, title, url }) => (
          <tr key={id}>
            <th scope="row">
              <UnstyledButton className={classes.name} onClick={() => onOpen(id)}>
                <b>{publisher || new URL(url).hostname}</b> {title || t('register.untitled')}
              </UnstyledButton>
            </th>
            <td>{date === null ? t('register.noDate') : format.date(date)}</td>
            <td>
              {[
                incidents > 0 && t('register.incidents', { count: incidents, formatted: format.count(incidents) }),
                sites > 0 && t('register.sites', { count: sites, formatted: format.count(sites) }),
              ]
                .filter(Boolean)
                .join(', ') || t('register.uncited')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
