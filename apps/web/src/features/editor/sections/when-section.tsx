import { DATE_PRECISIONS } from '@corridor/domain';
import { useTranslation } from 'react-i18next';
import { FormSection } from '../../../components/form-section.tsx';
import { useFormat } from '../../../lib/use-format.ts';
import classes from '../editor.module.css';
import { ChoiceField, TextField } from '../field.tsx';
import { usePart } from '../form-context.ts';
import { isWide, spanDates } from '../values/span-dates.ts';

/** When it happened, and how exactly that is known. */
export function WhenSection() {
  const { t } = useTranslation('editor');
  const format = useFormat();
  const [occurred, setOccurred] = usePart('occurred');
  const { end, precision, start } = occurred;
  const wide = isWide(precision);
  const isSpanned = wide && start !== '' && end !== '';
  return (
    <FormSection title={t('section.when')}>
      <div className={classes.grid}>
        <TextField
          className={classes.third}
          path="occurred.start"
          type="date"
          label={wide ? t('when.startWide') : t('when.start')}
          value={start}
          onChange={(next) => setOccurred(spanDates({ ...occurred, start: next }))}
          required
        />
        <TextField
          className={classes.third}
          path="occurred.end"
          type="date"
          label={t('when.end')}
          value={end}
          onChange={(next) => setOccurred({ ...occurred, end: next })}
        />
        <ChoiceField
          className={classes.third}
          path="occurred.precision"
          label={t('when.precision')}
          value={precision}
          onChange={(next) => setOccurred(spanDates({ ...occurred, precision: next }))}
          options={DATE_PRECISIONS.map((value) => ({ value, label: t(`datePrecision.${value}`) }))}
        />
        <p className={classes.hint} role="status">
          {isSpanned ? t('when.spans', { period: format.period(start, end) }) : t('when.hint')}
        </p>
      </div>
    </FormSection>
  );
}
