import { type FormEvent, type ReactNode, type Ref, useId } from 'react';
import { useTranslation } from 'react-i18next';
import form from '../../components/form.module.css';
import { FormSection } from '../../components/form-section.tsx';
import classes from './editor.module.css';
import { ErrorSummary } from './error-summary.tsx';
import { TextField } from './field.tsx';
import { usePart } from './form-context.ts';
import { JudgementSection } from './sections/judgement-section.tsx';
import { SourcesSection } from './sections/sources-section.tsx';
import { TollSection } from './sections/toll-section.tsx';
import { WhatSection } from './sections/what-section.tsx';
import { WhenSection } from './sections/when-section.tsx';
import { type PlaceOrigin, WhereSection } from './sections/where-section.tsx';

interface IncidentFormProps {
  readonly ref: Ref<HTMLFormElement>;
  readonly onSave: () => void;
  readonly origin: PlaceOrigin;
  readonly onOrigin: (origin: PlaceOrigin) => void;
  /** Whether the reason of a change is asked. */
  readonly withReason: boolean;
  /** What has no room beside the form and stands in it. */
  readonly inPlace: { readonly map: ReactNode; readonly duplicates: ReactNode } | null;
}

/** Every field of a record that a person writes. */
export function IncidentForm({ inPlace, onOrigin, onSave, origin, ref, withReason }: IncidentFormProps) {
  const { t } = useTranslation('editor');
  const id = useId();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    onSave();
  };
  return (
    <form ref={ref} id={id} className={form.form} onSubmit={onSubmit} noValidate aria-label={t('form')}>
      <ErrorSummary />
      <WhatSection />
      <WhenSection />
      <WhereSection origin={origin} onOrigin={onOrigin} map={inPlace?.map} />
      {inPlace && <div className={classes.duplicates}>{inPlace.duplicates}</div>}
      <TollSection />
      <SourcesSection />
      <JudgementSection />
      {withReason && <ReasonSection />}
    </form>
  );
}

function ReasonSection() {
  const { t } = useTranslation('editor');
  const [reason, setReason] = usePart('reason');
  return (
    <FormSection title={t('section.reason')}>
      <TextField
        path="reason"
        label={t('label.reason')}
        description={t('reasonNote')}
        value={reason}
        onChange={setReason}
        required
      />
    </FormSection>
  );
}
