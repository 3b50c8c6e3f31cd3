import { useTranslation } from 'react-i18next';
import { FormSection } from '../../../components/form-section.tsx';
import { PartChoice, type PartOption, usePartName } from '../../../components/part-choice.tsx';
import { type DraftPart, isListPart } from '../../../lib/record-parts/draft-parts.ts';
import { incidentDraft } from '../../../lib/record-parts/incident-draft.ts';
import type { Pair } from './merge-form.tsx';
import { CHOOSABLE_PARTS, differingParts, FROM_BOTH, type PartsFrom } from './merged-draft.ts';
import classes from './merging.module.css';

interface MergePartsProps {
  readonly records: Pair;
  readonly keptId: string;
  readonly from: PartsFrom;
  readonly onChoose: (part: DraftPart, from: string) => void;
}

/** The two field by field, as far as they differ, to choose from. */
export function MergeParts({ from, keptId, onChoose, records }: MergePartsProps) {
  const { t } = useTranslation('merging');
  const partName = usePartName();
  const [one, other] = [incidentDraft(records[0]), incidentDraft(records[1])];
  const differing = differingParts(one, other);
  const same = CHOOSABLE_PARTS.filter((part) => !differing.includes(part));
  const sides = records.map(
    (record): PartOption<string> => ({
      value: record.id,
      label: t(record.id === keptId ? 'parts.kept' : 'parts.other'),
      draft: incidentDraft(record),
    }),
  );
  const both: PartOption<string> = { value: FROM_BOTH, label: t('parts.both'), draft: null };
  return (
    <FormSection title={t('parts.title')} note={differing.length > 0 ? t('parts.note') : t('parts.none')}>
      {differing.map((part) => (
        <PartChoice
          key={part}
          part={part}
          options={isListPart(part) ? [...sides, both] : sides}
          value={from.get(part) ?? keptId}
          onChange={(id) => onChoose(part, id)}
        />
      ))}
      {same.length > 0 && <p className={classes.hint}>{t('parts.same', { parts: same.map(partName).join(', ') })}</p>}
    </FormSection>
  );
}
