import { AREA_SYNTAX, formatArea, parseArea } from '@corridor/domain';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FacetFrame } from '../facets/facet-frame.tsx';
import { useFilterEdit } from '../use-filter-edit.ts';
import classes from './editors.module.css';

export function AreaEditor() {
  const { t } = useTranslation('filters');
  const { filter, change } = useFilterEdit();
  const [draft, setDraft] = useState(filter.area ? formatArea(filter.area) : '');
  const [fault, setFault] = useState<string | null>(null);
  const apply = () => {
    try {
      change({ area: draft.trim() === '' ? undefined : parseArea(draft.trim()) });
      setFault(null);
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <FacetFrame part="area">
      <form
        className={classes.fields}
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <p>{t('area.draw')}</p>
        <Textarea
          label={t('area.label')}
          description={t('area.hint', { syntax: AREA_SYNTAX })}
          autosize
          minRows={2}
          maxRows={6}
          value={draft}
          error={fault}
          onChange={(event) => setDraft(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" size="compact-sm" mt={8}>
          {t('area.apply')}
        </Button>
      </form>
    </FacetFrame>
  );
}
