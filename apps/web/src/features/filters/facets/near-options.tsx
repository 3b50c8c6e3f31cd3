import { MAX_RADIUS_KM } from '@corridor/domain';
import { NumberInput, Radio } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format.ts';
import { useFilterEdit } from '../use-filter-edit.ts';
import { useNearCounts } from '../use-near-counts.ts';
import classes from './facets.module.css';

/** Radius and certainty of "near": what they mean, and what each would count. */
export function NearOptions() {
  const { t } = useTranslation('filters');
  const format = useFormat();
  const { filter, change } = useFilterEdit();
  const active = filter.site !== undefined || filter.route !== undefined;
  const counts = useNearCounts(active);
  const group = useId();
  if (!active) return <p className={classes.note}>{t('near.choose')}</p>;
  return (
    <div className={classes.options}>
      <RadiusField />
      <Radio.Group
        size="xs"
        name={group}
        label={t('near.certainty')}
        value={filter.certainty ?? 'possible'}
        onChange={(value) => change({ certainty: value === 'inside' ? 'inside' : undefined })}
      >
        <Radio size="xs" mt={8} value="possible" label={t('near.withPossible')} />
        <Radio size="xs" mt={8} value="inside" label={t('near.insideOnly')} />
      </Radio.Group>
      {counts && (
        <p className={classes.figures} role="status">
          {t('near.counts', { inside: format.count(counts.inside), possible: format.count(counts.possible) })}
        </p>
      )}
      <p>{t('near.explanation')}</p>
    </div>
  );
}

function RadiusField() {
  const { t } = useTranslation('filters');
  const format = useFormat();
  const { filter, change } = useFilterEdit();
  const [draft, setDraft] = useState<string | number>(filter.radiusKm ?? '');
  const valid = draft === '' || (typeof draft === 'number' && draft > 0 && draft <= MAX_RADIUS_KM);
  return (
    <NumberInput
      size="xs"
      label={t('near.radius')}
      placeholder={t('near.ownRadius')}
      value={draft}
      step={5}
      decimalScale={1}
      allowNegative={false}
      error={valid ? undefined : t('near.radiusInvalid', { max: format.count(MAX_RADIUS_KM) })}
      onChange={(value) => {
        setDraft(value);
        if (value === '') change({ radiusKm: undefined }, { replace: true });
        else if (typeof value === 'number' && value > 0 && value <= MAX_RADIUS_KM) {
          change({ radiusKm: value }, { replace: true });
        }
      }}
    />
  );
}
