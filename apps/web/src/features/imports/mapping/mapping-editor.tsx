import { DATE_ORDERS } from '@corridor/domain';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import form from '../../../components/form.module.css';
import { FormSection } from '../../../components/form-section.tsx';
import { type Guess, type Mapping, mappingsQuery, saveMapping } from '../../../lib/api/import-mappings.ts';
import classes from '../imports.module.css';
import { ColumnTable } from './column-table.tsx';
import { faultsOf, type MappingFault, mappingsFor, tidyMapping } from './edit-mapping.ts';
import { EveryRow, MeaningsOfWords } from './mapping-words.tsx';

interface MappingEditorProps {
  readonly file: string;
  readonly guess: Guess;
  /** The saved mapping that is taken up, where it fits the file; else the guess is. */
  readonly takes: string | null;
  /** Told the name under which the mapping is saved. */
  readonly onSaved: (name: string) => void;
  readonly onBack: () => void;
}

/** What the columns of a table hold: guessed, or saved before, and corrected. */
export function MappingEditor({ file, guess, onBack, onSaved, takes }: MappingEditorProps) {
  const { t } = useTranslation('imports');
  const id = useId();
  const { data } = useQuery(mappingsQuery);
  const fitting = mappingsFor(guess.columns, data?.items.map((saved) => saved.mapping) ?? []);
  const [chosen, setChosen] = useState(takes);
  const [changed, setMapping] = useState<Mapping | null>(null);
  const taken = fitting.find(({ name }) => name === chosen);
  const mapping = changed ?? taken ?? guess.mapping;
  const [wasTried, setTried] = useState(false);
  const faults = faultsOf(mapping, guess);
  const saving = useSaving(onSaved);
  const faultOf = (fault: MappingFault) => wasTried && faults.includes(fault) && t(`mapping.fault.${fault}`);
  const ofWhole = (['date', 'subEventType', 'dateOrder'] as const).flatMap((fault) => faultOf(fault) || []);
  return (
    <form
      className={`${form.form} ${classes.mapping}`}
      aria-labelledby={id}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (faults.length === 0 && !saving.isPending) saving.mutate(tidyMapping(mapping));
      }}
    >
      <div>
        <h2 id={id}>{t('mapping.heading', { file })}</h2>
        <p className={classes.note}>{t('mapping.note')}</p>
      </div>
      <SavedChoice
        fitting={fitting}
        chosen={taken?.name ?? null}
        onChoose={(name) => {
          setChosen(name);
          setMapping(null);
        }}
      />
      <ColumnTable guess={guess} mapping={mapping} onChange={setMapping} />
      {mapping.columns.date !== undefined && (
        <NativeSelect
          size="sm"
          className={classes.narrow ?? ''}
          label={t('mapping.dateOrder')}
          value={mapping.dateOrder ?? ''}
          error={faultOf('dateOrder')}
          data={[
            { value: '', label: t('mapping.notSaid') },
            ...DATE_ORDERS.map((value) => ({ value, label: t(`mapping.orders.${value}`) })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            setMapping({ ...mapping, dateOrder: DATE_ORDERS.find((order) => order === value) ?? null })
          }
        />
      )}
      <MeaningsOfWords guess={guess} mapping={mapping} onChange={setMapping} />
      <EveryRow mapping={mapping} onChange={setMapping} />
      <FormSection title={t('mapping.about')}>
        <div className={classes.fields}>
          {(['licence', 'origin', 'name'] as const).map((part) => (
            <TextInput
              key={part}
              size="sm"
              withAsterisk
              label={t(`mapping.${part}`)}
              description={t(`mapping.${part}Note`)}
              value={mapping[part]}
              error={faultOf(part)}
              onChange={({ currentTarget: { value } }) => setMapping({ ...mapping, [part]: value })}
            />
          ))}
        </div>
      </FormSection>
      <div className={classes.fault} role="alert">
        {ofWhole.length > 0 && t('mapping.faults', { reason: ofWhole.join('; ') })}
        {saving.error && t('mapping.faults', { reason: saving.error.message })}
      </div>
      <div className={classes.buttons}>
        <Button type="submit" size="sm" loading={saving.isPending}>
          {t('mapping.submit')}
        </Button>
        <Button variant="default" size="sm" onClick={onBack}>
          {t('mapping.back')}
        </Button>
      </div>
    </form>
  );
}

function useSaving(onSaved: (name: string) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: saveMapping,
    onSuccess: async (_, { name }) => {
      await queryClient.invalidateQueries(mappingsQuery);
      onSaved(name);
    },
  });
}

interface SavedChoiceProps {
  readonly fitting: readonly Mapping[];
  readonly chosen: string | null;
  readonly onChoose: (name: string | null) => void;
}

/** The saved mappings that fit the file; the guess is there to come back to. */
function SavedChoice({ chosen, fitting, onChoose }: SavedChoiceProps) {
  const { t } = useTranslation('imports');
  if (fitting.length === 0) return null;
  return (
    <NativeSelect
      size="sm"
      className={classes.narrow ?? ''}
      label={t('mapping.saved')}
      value={chosen === null ? '' : `=${chosen}`}
      data={[
        { value: '', label: t('mapping.guessed') },
        ...fitting.map(({ name }) => ({ value: `=${name}`, label: name })),
      ]}
      onChange={({ currentTarget: { value } }) => onChoose(value === '' ? null : value.slice(1))}
    />
  );
}
