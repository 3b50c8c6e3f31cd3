import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEngine } from '../../../engine/engine-context.tsx';
import { useFormat } from '../../../lib/use-format.ts';
import { FacetFrame } from '../facets/facet-frame.tsx';
import {
  calendarYear,
  findPeriodFault,
  lastDays,
  type PeriodChoice,
  PRESET_DAYS,
  thisYear,
  yearsOf,
} from '../period-presets.ts';
import { useFilterEdit } from '../use-filter-edit.ts';
import classes from './editors.module.css';

export function PeriodEditor() {
  const { filter, change } = useFilterEdit();
  const { from = '', to = '' } = filter;
  return (
    <FacetFrame part="period">
      <Presets from={from} to={to} choose={(period) => change(period)} />
      <DateFields
        key={`${from} ${to}`}
        from={from}
        to={to}
        apply={(start, end) => change({ from: start || undefined, to: end || undefined })}
      />
    </FacetFrame>
  );
}

function Presets({
  from,
  to,
  choose,
}: PeriodChoice & {
  readonly choose: (period: PeriodChoice) => void;
}) {
  const { t } = useTranslation('filters');
  const format = useFormat();
  const { info } = useEngine();
  if (!info?.firstDay || !info.lastDay) return null;
  const { firstDay, lastDay } = info;
  const button = (label: string, period: PeriodChoice) => {
    const chosen = period.from === from && period.to === to;
    return (
      <Button
        key={label}
        size="compact-sm"
        variant={chosen ? 'light' : 'default'}
        fw={500}
        aria-pressed={chosen}
        onClick={() => choose(period)}
      >
        {label}
      </Button>
    );
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: the fieldset around it is the editor's
    <div className={classes.fields} role="group" aria-label={t('period.presets')}>
      <Group gap={6}>
        {PRESET_DAYS.map((count) => button(t('period.lastDays', { count }), lastDays(count, lastDay)))}
        {button(t('period.thisYear', { year: lastDay.slice(0, 4) }), thisYear(lastDay))}
      </Group>
      <p>{t('period.countedBack', { date: format.date(lastDay) })}</p>
      <p className={classes.years}>{t('period.years')}</p>
      <Group gap={6}>{yearsOf(firstDay, lastDay).map((year) => button(String(year), calendarYear(year)))}</Group>
    </div>
  );
}

function DateFields({
  from,
  to,
  apply,
}: PeriodChoice & {
  readonly apply: (from: string, to: string) => void;
}) {
  const { t } = useTranslation('filters');
  const [draft, setDraft] = useState({ from, to });
  const fault = findPeriodFault(draft.from, draft.to);
  return (
    <form
      className={classes.fields}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (fault === null) apply(draft.from, draft.to);
      }}
    >
      <Group gap={8} align="start" wrap="nowrap">
        <TextInput
          type="date"
          size="xs"
          flex={1}
          label={t('period.from')}
          value={draft.from}
          error={fault === 'from' ? t('period.invalidDate') : undefined}
          onChange={(event) => setDraft({ ...draft, from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          size="xs"
          flex={1}
          label={t('period.to')}
          value={draft.to}
          error={fault === 'to' ? t('period.invalidDate') : fault === 'reversed' ? t('period.reversed') : undefined}
          onChange={(event) => setDraft({ ...draft, to: event.currentTarget.value })}
        />
      </Group>
      <Button type="submit" variant="default" size="compact-sm" mt={8} disabled={fault !== null}>
        {t('period.apply')}
      </Button>
    </form>
  );
}
