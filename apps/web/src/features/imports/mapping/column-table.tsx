import { MAPPED_FIELDS } from '@corridor/domain';
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import base from '../../../components/data-table.module.css';
import type { Guess, Mapping } from '../../../lib/api/import-mappings.ts';
import classes from '../imports.module.css';
import { fieldOf, holdField } from './edit-mapping.ts';

const SHOWN_VALUES = 3;

export interface MappingPartProps {
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

/** Each column of the file with its first values, and what it holds. */
export function ColumnTable({ guess, mapping, onChange }: MappingPartProps & { readonly guess: Guess }) {
  const { t } = useTranslation('imports');
  const options = [
    { value: '', label: t('mapping.nothing') },
    ...MAPPED_FIELDS.map((value) => ({ value, label: t(`fields.${value}`) })),
  ];
  return (
    <table className={`${base.table} ${classes.table} ${classes.columns}`}>
      <caption className={base.caption}>{t('mapping.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('mapping.column')}</th>
          <th scope="col">{t('mapping.values')}</th>
          <th scope="col">{t('mapping.holds')}</th>
        </tr>
      </thead>
      <tbody>
        {guess.columns.map((column) => (
          <tr key={column}>
            <th scope="row">
              <b>{column}</b>
            </th>
            <td className={classes.samples}>{(guess.values[column] ?? []).slice(0, SHOWN_VALUES).join(' · ')}</td>
            <td>
              <NativeSelect
                size="sm"
                aria-label={t('mapping.holdsOf', { column })}
                value={fieldOf(mapping, column) ?? ''}
                data={options}
                onChange={({ currentTarget: { value } }) =>
                  onChange(holdField(mapping, column, MAPPED_FIELDS.find((field) => field === value) ?? null))
                }
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
