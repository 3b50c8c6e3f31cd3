import type { Filter } from '@corridor/domain';
import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { originNamesQuery } from '../../../lib/api/feeds.ts';
import { toggle } from '../choose-values.ts';
import { FacetFrame, FacetSkeleton } from '../facets/facet-frame.tsx';
import { useFilterEdit, useToggle } from '../use-filter-edit.ts';
import classes from './editors.module.css';

/** Origins to choose from: those that have records, and those that the filter names. No facet: the engine does not count by them. */
export function OriginEditor() {
  const { t } = useTranslation('filters');
  const { filter } = useFilterEdit();
  const { data } = useQuery(originNamesQuery);
  const onToggle = useToggle(toggleOrigin);
  const names = [...new Set([...(data ?? []), ...(filter.origin ?? [])])].sort();
  return (
    <FacetFrame part="origin">
      <div className={classes.fields}>
        <p>{t('origin.hint')}</p>
        {data ? (
          names.map((name) => (
            <Checkbox
              key={name}
              mt={10}
              label={name}
              checked={filter.origin?.includes(name) ?? false}
              onChange={() => onToggle(name)}
            />
          ))
        ) : (
          <FacetSkeleton rows={2} />
        )}
        {data && names.length === 0 && <p>{t('origin.none')}</p>}
      </div>
    </FacetFrame>
  );
}

const toggleOrigin = ({ origin }: Filter, key: string) => ({ origin: toggle(origin, key) });
