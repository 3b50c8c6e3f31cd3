import type { Draft } from '@corridor/domain';
import { Button } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PartChoice } from '../../../components/part-choice.tsx';
import type { IncidentDetail, RecordVersion } from '../../../lib/api/record.ts';
import { applyChoices, type Choice, type Choices } from '../../../lib/record-parts/apply-choices.ts';
import { isListPart } from '../../../lib/record-parts/draft-parts.ts';
import { incidentDraft } from '../../../lib/record-parts/incident-draft.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { compareVersions, obviousChoices, type PartDifference } from './compare-versions.ts';
import classes from './conflict-view.module.css';

const OPTIONS: readonly Choice[] = ['mine', 'theirs'];
const LIST_OPTIONS: readonly Choice[] = [...OPTIONS, 'both'];

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
  const merged = () =>
    applyChoices(
      mine,
      now,
      differences.map(({ part }) => part),
      choices,
    );
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
        {differences.map(({ changedBy, part }) => (
          <PartChoice
            key={part}
            part={part}
            note={t(`conflict.by.${changedBy}`)}
            options={(isListPart(part) ? LIST_OPTIONS : OPTIONS).map((value) => ({
              value,
              label: t(`conflict.option.${value}`),
              draft: value === 'both' ? null : value === 'mine' ? mine : now,
            }))}
            value={choices.get(part)}
            onChange={(choice) => choose(part, choice)}
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
