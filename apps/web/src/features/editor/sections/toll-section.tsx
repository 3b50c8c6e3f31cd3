import { CASUALTY_KINDS } from '@corridor/domain';
import { Button, Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FormSection } from '../../../components/form-section.tsx';
import form from '../editor.module.css';
import { ChoiceField, TextField } from '../field.tsx';
import { fieldId, usePart } from '../form-context.ts';
import { useRows } from '../use-rows.ts';
import { type ClaimRow, newClaim } from '../values/form-values.ts';
import { AddButton, RemoveButton } from './row-buttons.tsx';
import { TollFault, TollFields } from './toll-fields.tsx';
import classes from './tolls.module.css';

/** The figures that the record stands for, and beside them what each party says. */
export function TollSection() {
  const { t } = useTranslation('editor');
  const [summarisesDay, setSummarisesDay] = usePart('summarisesDay');
  return (
    <FormSection title={t('section.toll')} note={t('toll.note')}>
      <div className={classes.tolls}>
        <ChosenFigures />
        <Claims />
      </div>
      <Checkbox
        id={fieldId('summarisesDay')}
        size="xs"
        label={t('label.summarisesDay')}
        checked={summarisesDay}
        onChange={({ currentTarget }) => setSummarisesDay(currentTarget.checked)}
      />
    </FormSection>
  );
}

function ChosenFigures() {
  const { t } = useTranslation('editor');
  const [casualties, setCasualties] = usePart('casualties');
  return (
    <fieldset className={classes.figures}>
      <legend>{t('toll.chosen')}</legend>
      <div className={classes.figureHead} aria-hidden="true">
        <span>{t('toll.low')}</span>
        <span>{t('toll.best')}</span>
        <span>{t('toll.high')}</span>
      </div>
      {CASUALTY_KINDS.map((kind) => (
        <div key={kind} className={classes.figureRow}>
          <span>{t(`kind.${kind}`)}</span>
          <TollFields
            path={`casualties.${kind}`}
            name={t(`kind.${kind}`)}
            toll={casualties[kind]}
            onChange={(toll) => setCasualties({ ...casualties, [kind]: toll })}
          />
          <TollFault path={`casualties.${kind}`} />
        </div>
      ))}
    </fieldset>
  );
}

function Claims() {
  const { t } = useTranslation('editor');
  const { rows, add, addRef, change, remove } = useRows('claims');
  return (
    <fieldset className={classes.claims} id="field-claims" tabIndex={-1}>
      <legend>{t('list.claims')}</legend>
      {rows.length === 0 && <p className={form.hint}>{t('noClaims')}</p>}
      {rows.map((claim, index) => (
        <ClaimFields
          key={claim.key}
          claim={claim}
          index={index}
          onChange={(next) => change(index, next)}
          onRemove={() => remove(index)}
        />
      ))}
      <AddButton ref={addRef} onClick={() => add(newClaim(rows.at(-1)?.kind ?? 'killed'))}>
        {t('add.claims')}
      </AddButton>
    </fieldset>
  );
}

interface ClaimFieldsProps {
  readonly claim: ClaimRow;
  readonly index: number;
  readonly onChange: (claim: ClaimRow) => void;
  readonly onRemove: () => void;
}

function ClaimFields({ claim, index, onChange, onRemove }: ClaimFieldsProps) {
  const { t } = useTranslation('editor');
  const [casualties, setCasualties] = usePart('casualties');
  const kind = CASUALTY_KINDS.find((one) => one === claim.kind);
  const row = t('row.claims', { row: index + 1 });
  const path = `claims.${index}`;
  return (
    <fieldset className={classes.claim}>
      <legend className={classes.hidden}>{row}</legend>
      <TextField
        path={`${path}.by`}
        label={t('rowPart.by')}
        placeholder={t('byExample')}
        value={claim.by}
        onChange={(by) => onChange({ ...claim, by })}
        required
      />
      <ChoiceField
        path={`${path}.kind`}
        label={t('rowPart.kind')}
        value={claim.kind}
        onChange={(next) => onChange({ ...claim, kind: next })}
        options={CASUALTY_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <div className={classes.claimToll}>
        <span aria-hidden="true">{t('toll.range')}</span>
        <TollFields
          path={`${path}.toll`}
          name={row}
          toll={claim.toll}
          onChange={(toll) => onChange({ ...claim, toll })}
        />
        <TollFault path={`${path}.toll`} />
      </div>
      <TextField
        path={`${path}.source`}
        label={t('rowPart.source')}
        type="url"
        placeholder="https://"
        value={claim.source}
        onChange={(source) => onChange({ ...claim, source })}
      />
      <TextField
        path={`${path}.note`}
        label={t('rowPart.note')}
        value={claim.note}
        onChange={(note) => onChange({ ...claim, note })}
      />
      <div className={classes.claimButtons}>
        <Button
          variant="default"
          disabled={kind === undefined || claim.toll.best.trim() === ''}
          aria-label={t('useClaimLabel', { row })}
          onClick={() => kind && setCasualties({ ...casualties, [kind]: claim.toll })}
        >
          {t('useClaim')}
        </Button>
        <RemoveButton label={t('remove', { what: row })} onClick={onRemove} />
      </div>
    </fieldset>
  );
}
