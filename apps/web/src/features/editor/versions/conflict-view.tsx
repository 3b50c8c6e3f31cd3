import type { Draft } from '@corridor/domain';
import { Button, Radio } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentDetail, RecordVersion } from '../../../lib/api/record.ts';
import { isListPart, isToll } from '../../../lib/record-parts/draft-parts.ts';
import { usePartText } from '../../../lib/record-parts/use-part-text.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { incidentDraft } from '../values/incident-draft.ts';
import {
  applyChoices,
  type Choice,
  type Choices,
  compareVersions,
  obviousChoices,
  type PartDifference,
} from './compare-versions.ts';
import classes from './conflict-view.module.css';

interface ConflictViewProps {
  /** What mine began with. */
  readonly base: { readonly version: number; readonly draft: Draft };
  readonly mine: Draft;
  readonly theirs: IncidentDetail;
  readonly isSaving: boolean;
  /** Goes on from what stands now with what was chosen. */
  readonly onResolve: (merged: Draft, andSave: boolean) => void;
}

/** Mine beside what somebody else has saved meanwhile, field by field, to choose from. */
export function ConflictView({ base, isSaving, mine, onResolve, theirs }: ConflictViewProps) {
  const { t } = useTranslation('editor');
  const now = useMemo(() => incidentDraft(theirs), [theirs]);
  const differences = useMemo(() => compareVersions(base.draft, mine, now), [base, mine, now]);
  const [choices, setChoices] = useState<Choices>(() => obviousChoices(differences));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const open = differences.filter(({ part }) => !choices.has(part)).length;
  const choose = (part: PartDifference['part'], choice: Choice) => setChoices(new Map([...choices, [part, choice]]));
  const merged = () => applyChoices(mine, now, differences, choices);
  return (
    <section className={classes.conflict} aria-labelledby="conflict-title">
      <h2 id="conflict-title" ref={heading} tabIndex={-1}>
        {t('conflict.title')}
      </h2>
      <p>{t('conflict.text')}</p>
      <ul className={classes.changes}>
        {theirs.versions
          .filter(({ version }) => version > base.version)
          .map((version) => (
            <ChangedBy key={version.version} version={version} />
          ))}
      </ul>
      <div className={classes.parts}>
        {differences.map((difference) => (
          <PartChoice
            key={difference.part}
            difference={difference}
            mine={mine}
            theirs={now}
            choice={choices.get(difference.part)}
            onChoose={(choice) => choose(difference.part, choice)}
          />
        ))}
      </div>
      <div className={classes.buttons}>
        <p role="status">{open > 0 ? t('conflict.open', { count: open }) : t('conflict.ready')}</p>
        <Button variant="default" size="sm" onClick={() => onResolve(merged(), false)}>
          {t('conflict.toForm')}
        </Button>
        <Button size="sm" disabled={open > 0} loading={isSaving} onClick={() => onResolve(merged(), true)}>
          {t('conflict.save')}
        </Button>
      </div>
    </section>
  );
}

function ChangedBy({ version: { changedAt, changedBy, reason, version } }: { readonly version: RecordVersion }) {
  const { t } = useTranslation('editor');
  const format = useFormat();
  return (
    <li>
      <b>{t('conflict.changed', { who: changedBy, when: format.moment(changedAt), version })}</b>
      {reason && <span>{reason}</span>}
    </li>
  );
}

interface PartChoiceProps {
  readonly difference: PartDifference;
  readonly mine: Draft;
  readonly theirs: Draft;
  readonly choice: Choice | undefined;
  readonly onChoose: (choice: Choice) => void;
}

function PartChoice({ choice, difference: { changedBy, part }, mine, onChoose, theirs }: PartChoiceProps) {
  const { t } = useTranslation('editor');
  const text = usePartText();
  const name = isToll(part) ? t(`kind.${part}`) : t(`part.${part}`);
  const options: readonly Choice[] = isListPart(part) ? ['mine', 'theirs', 'both'] : ['mine', 'theirs'];
  return (
    <Radio.Group
      className={classes.part ?? ''}
      label={
        <>
          {name} <small>{t(`conflict.by.${changedBy}`)}</small>
        </>
      }
      value={choice ?? null}
      onChange={(value) => onChoose(options.find((one) => one === value) ?? 'mine')}
    >
      <div className={classes.options} data-three={options.length === 3 || undefined}>
        {options.map((option) => (
          <Radio.Card key={option} value={option} className={classes.option ?? ''}>
            <span className={classes.optionHead}>
              <Radio.Indicator size="xs" />
              {t(`conflict.option.${option}`)}
            </span>
            {option !== 'both' && <PartLines lines={text(option === 'mine' ? mine : theirs, part)} />}
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}

function PartLines({ lines }: { readonly lines: readonly string[] }) {
  const { t } = useTranslation('editor');
  if (lines.length === 0) return <em>{t('versions.empty')}</em>;
  return lines.map((line) => <span key={line}>{line}</span>);
}
