import { Radio } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { IncidentItem } from '../../../components/incident-item.tsx';
import type { IncidentDetail } from '../../../lib/api/record.ts';
import { toListed } from '../to-listed.ts';
import type { Pair } from './merge-form.tsx';
import classes from './merging.module.css';

interface KeptChoiceProps {
  readonly records: Pair;
  readonly keptId: string;
  readonly onChoose: (id: string) => void;
}

/** Which of the two stays; what holds merged records itself can only stay. */
export function KeptChoice({ keptId, onChoose, records }: KeptChoiceProps) {
  const { t } = useTranslation('merging');
  const cards = useRef<HTMLDivElement>(null);
  // What had the keyboard before, the record that was picked, is gone.
  useEffect(() => cards.current?.querySelector<HTMLElement>('[aria-checked=true]')?.focus(), []);
  return (
    <Radio.Group label={t('stays.label')} value={keptId} onChange={onChoose}>
      <div ref={cards} className={classes.pair}>
        {records.map((record) => (
          <Radio.Card
            key={record.id}
            value={record.id}
            className={classes.card ?? ''}
            disabled={record.id !== keptId && records.some(({ doubles, id }) => id === keptId && doubles.length > 0)}
          >
            <Radio.Indicator size="xs" />
            <CardWords record={record} />
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}

function CardWords({ record }: { readonly record: IncidentDetail }) {
  const { t } = useTranslation(['merging', 'taxonomy']);
  const { doubles, grade, sources, status } = record;
  return (
    <span className={classes.cardWords}>
      <IncidentItem incident={toListed(record)} />
      <small>
        {t('merging:stays.facts', {
          status: t(`taxonomy:status.${status}`),
          grade: grade.reliability + grade.credibility,
          count: sources.length,
        })}
      </small>
      {doubles.length > 0 && <small>{t('merging:stays.holds')}</small>}
    </span>
  );
}
