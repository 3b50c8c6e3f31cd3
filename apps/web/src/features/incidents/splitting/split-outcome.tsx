import { useTranslation } from 'react-i18next';
import { FormSection } from '../../../components/form-section.tsx';
import type { IncidentDetail } from '../../../lib/api/record.ts';
import type { Shared } from './share-evidence.ts';
import classes from './splitting.module.css';

interface SplitOutcomeProps {
  readonly record: IncidentDetail;
  readonly shared: Shared;
}

/** What follows from the split, before it is done. */
export function SplitOutcome({ record: { title }, shared: { goes, stays } }: SplitOutcomeProps) {
  const { t } = useTranslation('splitting');
  return (
    <FormSection title={t('outcome.title')}>
      <ul className={classes.outcome}>
        <li>{t('outcome.part')}</li>
        <li>
          {t('outcome.sources', { count: goes.sources.length })} {t('outcome.claims', { count: goes.claims.length })}
        </li>
        <li>
          {t('outcome.stays', { title, count: stays.sources.length })}{' '}
          {t('outcome.claims', { count: stays.claims.length })}
        </li>
        <li>{t('outcome.undo')}</li>
      </ul>
    </FormSection>
  );
}
