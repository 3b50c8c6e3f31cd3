import { type CasualtyKind, type Draft, MAX_TOLL } from '@corridor/domain';
import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FormSection } from '../../../components/form-section.tsx';
import { usePartName } from '../../../components/part-choice.tsx';
import { usePartText } from '../../../lib/record-parts/use-part-text.ts';
import { type SplitValues, sharedKinds } from './split-values.ts';
import classes from './splitting.module.css';

interface TollSharesProps {
  readonly draft: Draft;
  readonly values: SplitValues;
  readonly onChange: (values: SplitValues) => void;
}

/** The casualties of the two records: what is in both is counted twice. */
export function TollShares({ draft, onChange, values }: TollSharesProps) {
  const { t } = useTranslation('splitting');
  const text = usePartText();
  const partName = usePartName();
  const { casualties } = draft;
  const choose = (record: 'goes' | 'stays', kind: CasualtyKind) => (figure: number | null) =>
    onChange({ ...values, [record]: { ...values[record], [kind]: figure } });
  return (
    <FormSection title={t('tolls.title')} note={t('tolls.note')}>
      <table className={classes.tolls} aria-label={t('tolls.table')}>
        <thead>
          <tr>
            {(['kind', 'was', 'stays', 'goes'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`tolls.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sharedKinds(draft).map((kind) => {
            const { [kind]: stays = casualties[kind]?.best ?? null } = values.stays;
            return (
              <tr key={kind}>
                <th scope="row">{partName(kind)}</th>
                <td>{text(draft, kind)}</td>
                <td>
                  <Figure
                    label={t('tolls.figure', { kind: partName(kind), record: t('tolls.stays') })}
                    figure={stays}
                    onChange={choose('stays', kind)}
                  />
                </td>
                <td>
                  <Figure
                    label={t('tolls.figure', { kind: partName(kind), record: t('tolls.goes') })}
                    figure={values.goes[kind] ?? null}
                    onChange={choose('goes', kind)}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </FormSection>
  );
}

interface FigureProps {
  readonly label: string;
  readonly figure: number | null;
  readonly onChange: (figure: number | null) => void;
}

function Figure({ figure, label, onChange }: FigureProps) {
  return (
    <NumberInput
      size="sm"
      aria-label={label}
      value={figure ?? ''}
      onChange={(value) => onChange(typeof value === 'number' ? value : null)}
      min={0}
      max={MAX_TOLL}
      clampBehavior="strict"
      allowDecimal={false}
      allowNegative={false}
      hideControls
    />
  );
}
