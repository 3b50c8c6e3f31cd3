import { useTranslation } from 'react-i18next';
import { FormSection } from '../../../components/form-section.tsx';
import classes from '../editor.module.css';
import { TextField } from '../field.tsx';
import { useRows } from '../use-rows.ts';
import { newSource, type SourceRow } from '../values/form-values.ts';
import { GradeFields } from './grade-fields.tsx';
import { AddButton, RemoveButton } from './row-buttons.tsx';

/** Who reported it, each with a grade of its own and the agency whose report it repeats. */
export function SourcesSection() {
  const { t } = useTranslation('editor');
  const { rows, add, addRef, change, remove } = useRows('sources');
  return (
    <FormSection title={t('section.sources')} note={t('sourcesNote')}>
      <div className={classes.rows} id="field-sources" tabIndex={-1}>
        {rows.map((source, index) => (
          <SourceFields
            key={source.key}
            source={source}
            index={index}
            onChange={(next) => change(index, next)}
            onRemove={() => remove(index)}
          />
        ))}
        <AddButton ref={addRef} onClick={() => add(newSource())}>
          {t('add.sources')}
        </AddButton>
      </div>
    </FormSection>
  );
}

interface SourceFieldsProps {
  readonly source: SourceRow;
  readonly index: number;
  readonly onChange: (source: SourceRow) => void;
  readonly onRemove: () => void;
}

function SourceFields({ index, onChange, onRemove, source }: SourceFieldsProps) {
  const { t } = useTranslation('editor');
  const row = t('row.sources', { row: index + 1 });
  const path = `sources.${index}`;
  return (
    <fieldset className={classes.source}>
      <legend>{row}</legend>
      <div className={classes.grid}>
        <TextField
          className={classes.half}
          path={`${path}.url`}
          type="url"
          label={t('rowPart.url')}
          placeholder="https://"
          value={source.url}
          onChange={(url) => onChange({ ...source, url })}
          required
        />
        <TextField
          className={classes.half}
          path={`${path}.title`}
          label={t('rowPart.title')}
          value={source.title}
          onChange={(title) => onChange({ ...source, title })}
        />
        <TextField
          className={classes.third}
          path={`${path}.publisher`}
          label={t('rowPart.publisher')}
          value={source.publisher}
          onChange={(publisher) => onChange({ ...source, publisher })}
        />
        <TextField
          className={classes.third}
          path={`${path}.basedOn`}
          label={t('rowPart.basedOn')}
          placeholder={t('basedOnExample')}
          value={source.basedOn}
          onChange={(basedOn) => onChange({ ...source, basedOn })}
        />
        <TextField
          className={classes.third}
          path={`${path}.date`}
          type="date"
          label={t('rowPart.date')}
          value={source.date}
          onChange={(date) => onChange({ ...source, date })}
        />
        <GradeFields
          className={classes.half}
          path={`${path}.grade`}
          grade={source.grade}
          nothing={t('notGraded')}
          onChange={(grade) => onChange({ ...source, grade: bothOrNone(source.grade, grade) })}
        />
      </div>
      <div className={classes.sourceRemove}>
        <RemoveButton label={t('remove', { what: row })} onClick={onRemove} />
      </div>
    </fieldset>
  );
}

/** Who takes back one judgement takes back the grade. */
function bothOrNone(before: SourceRow['grade'], after: SourceRow['grade']): SourceRow['grade'] {
  const tookBack =
    (before.reliability !== '' && after.reliability === '') || (before.credibility !== '' && after.credibility === '');
  return tookBack ? { reliability: '', credibility: '' } : after;
}
