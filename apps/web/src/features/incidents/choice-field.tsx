import { NativeSelect } from '@mantine/core';

interface ChoiceFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** One of a few values; what is none of them shows as nothing chosen. */
export function ChoiceField({ label, onChange, options, value, ...props }: ChoiceFieldProps) {
  return (
    <NativeSelect
      {...props}
      size="sm"
      label={label}
      value={value}
      data={options.some((option) => option.value === value) ? [...options] : [{ value: '', label: '' }, ...options]}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
