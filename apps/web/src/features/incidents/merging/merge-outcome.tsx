import { useTranslation } from 'react-i18next';
import { FormSection } from '../../../components/form-section.tsx';
import { usePartName } from '../../../components/part-choice.tsx';
import type { IncidentDetail } from '../../../lib/api/record.ts';
import type { DraftPart } from '../../../lib/record-parts/draft-parts.ts';
import type { BroughtEvidence } from './brought-evidence.ts';
import classes from './merging.module.css';

interface MergeOutcomeProps {
  readonly kept: IncidentDetail;
  readonly double: IncidentDetail;
  readonly brought: BroughtEvidence;
  readonly taken: readonly DraftPart[];
}

/** What follows from the merge, before it is done. */
export function MergeOutcome({ brought, double, kept, taken }: MergeOutcomeProps) {
  const { t } = useTranslation('merging');
  const partName = usePartName();
  const sources = kept.sources.length + brought.sources.length;
  const claims = kept.claims.length + brought.claims.length;
  return (
    <FormSection title={t('outcome.title')}>
      <ul className={classes.outcome}>
        <li>{t('outcome.counts', { title: double.title })}</li>
        {kept.status === 'retracted' && <li>{t('outcome.retracted', { kept: kept.title })}</li>}
        <li>
          {t('outcome.sources', { title: kept.title, count: sources })} {t('outcome.claims', { count: claims })}
        </li>
        {taken.length > 0 && <li>{t('outcome.taken', { parts: taken.map(partName).join(', ') })}</li>}
        <li>{t(taken.length > 0 ? 'outcome.undoTaken' : 'outcome.undo')}</li>
      </ul>
    </FormSection>
  );
}
