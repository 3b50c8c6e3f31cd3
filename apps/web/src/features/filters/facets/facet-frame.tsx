import { Skeleton, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../../../lib/view/use-view.ts';
import { type FilterPart, hasPart, withoutPart } from '../filter-part.ts';
import classes from './facets.module.css';

/** A facet's heading and its way back to no restriction. */
export function FacetFrame({ part, children }: { readonly part: FilterPart; readonly children: ReactNode }) {
  const { t } = useTranslation('filters');
  const { view, setFilter } = useView();
  const name = t(`part.${part}`);
  return (
    <fieldset className={classes.facet}>
      <legend className={classes.legend}>{name}</legend>
      {hasPart(view.filter, part) && (
        <UnstyledButton
          className={classes.reset ?? ''}
          aria-label={t('resetPart', { part: name })}
          onClick={() => setFilter(withoutPart(view.filter, part))}
        >
          {t('reset')}
        </UnstyledButton>
      )}
      {children}
    </fieldset>
  );
}

const KEYS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

/** The shape of rows to come. */
export function FacetSkeleton({ rows }: { readonly rows: number }) {
  return (
    <div className={classes.skeleton}>
      {KEYS.slice(0, rows).map((key) => (
        <Skeleton key={key} height={16} my={4} mx={16} width="auto" radius="sm" />
      ))}
    </div>
  );
}
