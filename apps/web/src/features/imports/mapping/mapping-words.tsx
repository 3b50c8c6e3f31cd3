import { CODED_FIELDS, type CodedField } from '@corridor/domain';
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FormSection } from '../../../components/form-section.tsx';
import type { Guess } from '../../../lib/api/import-mappings.ts';
import classes from '../imports.module.css';
import { ownWord, useCodedWords } from './coded-words.ts';
import type { MappingPartProps } from './column-table.tsx';
import { setEveryRow, setMeaning } from './edit-mapping.ts';

/** For each column with a vocabulary: what each of its words is in ours. */
export function MeaningsOfWords({ guess, ...props }: MappingPartProps & { readonly guess: Guess }) {
  return CODED_FIELDS.map((field) => {
    const column = props.mapping.columns[field];
    const values = column === undefined ? [] : (guess.values[column] ?? []);
    return column === undefined || values.length === 0 ? null : (
      <WordsOfColumn key={field} field={field} column={column} values={values} {...props} />
    );
  });
}

interface WordsOfColumnProps extends MappingPartProps {
  readonly field: CodedField;
  readonly column: string;
  readonly values: readonly string[];
}

function WordsOfColumn({ column, field, mapping, onChange, values }: WordsOfColumnProps) {
  const { t } = useTranslation('imports');
  const options = useCodedWords()[field];
  return (
    <FormSection title={t('mapping.wordsOf', { column, field: t(`fields.${field}`) })}>
      <div className={classes.fields}>
        {values.map((value) => {
          const isOurs = ownWord(options, value) !== '';
          return (
            <NativeSelect
              key={value}
              size="sm"
              label={value}
              aria-label={t('mapping.meaning', { value })}
              value={mapping.values[field]?.[value] ?? ''}
              data={[{ value: '', label: t(isOurs ? 'mapping.asItIs' : 'mapping.notSaid') }, ...options]}
              onChange={({ currentTarget }) => onChange(setMeaning(mapping, field, value, currentTarget.value))}
            />
          );
        })}
      </div>
    </FormSection>
  );
}

/** What a person says of all rows. */
export function EveryRow({ mapping, onChange }: MappingPartProps) {
  const { t } = useTranslation('imports');
  const words = useCodedWords();
  return (
    <FormSection title={t('mapping.everyRow')} note={t('mapping.everyRowNote')}>
      <div className={classes.fields}>
        {CODED_FIELDS.map((field) => (
          <NativeSelect
            key={field}
            size="sm"
            label={t(`fields.${field}`)}
            value={mapping.everyRow[field] ?? ''}
            data={[{ value: '', label: t('mapping.notSaid') }, ...words[field]]}
            onChange={({ currentTarget }) => onChange(setEveryRow(mapping, field, currentTarget.value))}
          />
        ))}
      </div>
    </FormSection>
  );
}
