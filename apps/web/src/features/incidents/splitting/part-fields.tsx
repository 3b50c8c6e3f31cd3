import type { Draft, Place } from '@corridor/domain';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormSection } from '../../../components/form-section.tsx';
import { KnownPlaceField } from '../../../components/known-place-field.tsx';
import { usePartText } from '../../../lib/record-parts/use-part-text.ts';
import { TypeFields } from '../type-fields.tsx';
import type { SplitValues } from './split-values.ts';
import classes from './splitting.module.css';

interface PartFieldsProps {
  readonly draft: Draft;
  readonly values: SplitValues;
  readonly onChange: (values: SplitValues) => void;
}

/** What of the new record is mostly another than that of the old one. */
export function PartFields({ draft, onChange, values }: PartFieldsProps) {
  const { t } = useTranslation('splitting');
  const choose = (change: Partial<SplitValues>) => onChange({ ...values, ...change });
  const isOrdered = values.end === '' || values.start <= values.end;
  return (
    <FormSection title={t('part.title')} note={t('part.note')}>
      <TextInput
        size="sm"
        label={t('part.heading')}
        withAsterisk
        aria-required
        maxLength={500}
        value={values.title}
        onChange={({ currentTarget }) => choose({ title: currentTarget.value })}
      />
      <div className={classes.pair}>
        <TypeFields eventType={values.eventType} subEventType={values.subEventType} onChange={choose} />
        {draft.occurred.precision === 'day' && (
          <>
            <TextInput
              type="date"
              size="sm"
              label={t('part.from')}
              withAsterisk
              aria-required
              value={values.start}
              onChange={({ currentTarget }) => choose(moveStart(values, currentTarget.value))}
            />
            <TextInput
              type="date"
              size="sm"
              label={t('part.to')}
              value={values.end}
              error={!isOrdered && t('part.dayOrder')}
              onChange={({ currentTarget }) => choose({ end: currentTarget.value })}
            />
          </>
        )}
      </div>
      <PlaceOfPart draft={draft} place={values.place} onChange={(place) => choose({ place })} />
    </FormSection>
  );
}

interface PlaceOfPartProps {
  readonly draft: Draft;
  readonly place: Place;
  readonly onChange: (place: Place) => void;
}

/** Another place is one that the portfolio knows; what is only typed is none, and gives way to the one that stands. */
function PlaceOfPart({ draft, onChange, place }: PlaceOfPartProps) {
  const text = usePartText();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <KnownPlaceField
      value={typed ?? place.name}
      description={text({ ...draft, place }, 'place')[0]}
      onChange={setTyped}
      onBlur={() => setTyped(null)}
      onKnown={({ district, latitude, longitude, name, precision, province }) => {
        setTyped(null);
        onChange({ district, latitude, longitude, name, precision, province });
      }}
    />
  );
}

/** An incident of one day stays one of one day. */
function moveStart({ end, start }: SplitValues, moved: string): Partial<SplitValues> {
  return end === start ? { start: moved, end: moved } : { start: moved };
}
