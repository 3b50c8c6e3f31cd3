import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFieldProps } from '../form-context.ts';
import type { TollText } from '../values/form-values.ts';
import classes from './tolls.module.css';

interface TollFieldsProps {
  readonly path: string;
  /** Whose figures these are. */
  readonly name: string;
  readonly toll: TollText;
  readonly onChange: (toll: TollText) => void;
}

/** Lowest, best and highest figure. */
export function TollFields(props: TollFieldsProps) {
  return (
    <span className={classes.toll}>
      <Figure {...props} figure="low" />
      <Figure {...props} figure="best" />
      <Figure {...props} figure="high" />
    </span>
  );
}

function Figure({ figure, name, onChange, path, toll }: TollFieldsProps & { readonly figure: keyof TollText }) {
  const { t } = useTranslation('editor');
  const field = useFieldProps(`${path}.${figure}`);
  return (
    <TextInput
      {...field}
      error={field.error !== undefined}
      title={field.error ?? ''}
      size="sm"
      data-best={figure === 'best' || undefined}
      inputMode="numeric"
      autoComplete="off"
      aria-label={t('figure', { name, figure: t(`toll.${figure}`) })}
      value={toll[figure]}
      onChange={({ currentTarget }) => onChange({ ...toll, [figure]: currentTarget.value })}
    />
  );
}

/** What is wrong with any of the figures, below them: a figure's field is too narrow for words. */
export function TollFault({ path }: { readonly path: string }) {
  const low = useFieldProps(`${path}.low`).error;
  const best = useFieldProps(`${path}.best`).error;
  const high = useFieldProps(`${path}.high`).error;
  const words = low ?? best ?? high;
  return words === undefined ? null : <span className={classes.fault}>{words}</span>;
}
