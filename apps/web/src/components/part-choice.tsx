import type { Draft } from '@corridor/domain';
import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type DraftPart, isToll } from '../lib/record-parts/draft-parts.ts';
import { usePartText } from '../lib/record-parts/use-part-text.ts';
import classes from './part-choice.module.css';

export interface PartOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Whose part is shown; null where the label says it all. */
  readonly draft: Draft | null;
}

interface PartChoiceProps<Value extends string> {
  readonly part: DraftPart;
  /** What is to be known before one chooses. */
  readonly note?: string;
  /** Two or three. */
  readonly options: readonly PartOption<Value>[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
}

/** A part of a record as two have it, beside each other, to choose from. */
export function PartChoice<Value extends string>({ note, onChange, options, part, value }: PartChoiceProps<Value>) {
  const text = usePartText();
  const name = usePartName();
  return (
    <Radio.Group
      className={classes.part ?? ''}
      label={
        <>
          {name(part)} {note && <small>{note}</small>}
        </>
      }
      value={value ?? null}
      onChange={(chosen) => {
        const option = options.find((one) => one.value === chosen);
        if (option) onChange(option.value);
      }}
    >
      <div className={classes.options} data-three={options.length === 3 || undefined}>
        {options.map(({ draft, label, value: option }) => (
          <Radio.Card key={option} value={option} className={classes.option ?? ''}>
            <span className={classes.optionHead}>
              <Radio.Indicator size="xs" />
              {label}
            </span>
            {draft && <PartLines lines={text(draft, part)} />}
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}

/** What a part of a record is called. */
export function usePartName(): (part: DraftPart) => string {
  const { t } = useTranslation('editor');
  return (part) => (isToll(part) ? t(`kind.${part}`) : t(`part.${part}`));
}

function PartLines({ lines }: { readonly lines: readonly string[] }) {
  const { t } = useTranslation('editor');
  if (lines.length === 0) return <em>{t('versions.empty')}</em>;
  return lines.map((line) => <span key={line}>{line}</span>);
}
