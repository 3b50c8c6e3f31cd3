import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldProps } from './form-context.ts';

interface FieldProps {
  /** The place of what is typed, in the record. */
  readonly path: string;
  readonly label: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
  readonly description?: ReactNode;
  readonly className?: string | undefined;
  readonly 'aria-label'?: string;
}

interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'date' | 'url';
  readonly numeric?: boolean;
  readonly placeholder?: string;
  readonly list?: string;
  readonly autoFocus?: boolean;
}

/** One line of text of the form. */
export function TextField({ path, onChange, required = false, numeric = false, className, ...props }: TextFieldProps) {
  const field = useFieldProps(path);
  return (
    <TextInput
      {...props}
      {...field}
      className={className ?? ''}
      size="sm"
      withAsterisk={required}
      aria-required={required}
      autoComplete="off"
      {...(numeric && { inputMode: 'numeric' as const })}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

interface TextAreaProps extends FieldProps {
  readonly minRows?: number;
}

/** Several lines of text of the form. */
export function TextAreaField({ path, onChange, required = false, minRows = 3, className, ...props }: TextAreaProps) {
  const field = useFieldProps(path);
  return (
    <Textarea
      {...props}
      {...field}
      className={className ?? ''}
      size="sm"
      autosize
      minRows={minRows}
      maxRows={14}
      withAsterisk={required}
      aria-required={required}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
}

interface ChoiceFieldProps extends FieldProps {
  readonly options: readonly ChoiceOption[];
  /** What stands where nothing is chosen; without it something always is. */
  readonly nothing?: string | undefined;
  readonly disabled?: boolean;
}

/** One of a few values of the form. */
export function ChoiceField({
  path,
  onChange,
  required = false,
  options,
  nothing,
  className,
  ...props
}: ChoiceFieldProps) {
  const { t } = useTranslation('editor');
  const field = useFieldProps(path);
  const isKnown = props.value === '' || options.some(({ value }) => value === props.value);
  const none = nothing ?? (props.value === '' ? t('choose') : undefined);
  return (
    <NativeSelect
      {...props}
      {...field}
      className={className ?? ''}
      size="sm"
      withAsterisk={required}
      aria-required={required}
      data={[
        ...(none === undefined ? [] : [{ value: '', label: none }]),
        ...options,
        ...(isKnown ? [] : [{ value: props.value, label: props.value }]),
      ]}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
