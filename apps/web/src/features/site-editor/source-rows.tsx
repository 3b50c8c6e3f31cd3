import type { Source } from '@corridor/domain';
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { fieldId } from './field-id.ts';
import classes from './site-editor.module.css';
import type { Faults } from './target-form.ts';

const EMPTY: Source = { publisher: '', title: '', url: '', date: null, grade: null, basedOn: '' };
const PARTS = ['publisher', 'title', 'url', 'date'] as const;

interface SourceRowsProps {
  readonly sources: readonly Source[];
  readonly faults: Faults;
  readonly onChange: (sources: readonly Source[]) => void;
}

/** What the facts of a site are taken from. Grades that a source has stay as they are. */
export function SourceRows({ faults, onChange, sources }: SourceRowsProps) {
  const { t } = useTranslation('siteEditor');
  return (
    <div className={classes.sources}>
      {sources.map((source, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a source is its place in the list
        <fieldset key={index} className={classes.source}>
          <legend>{t('source.legend', { number: index + 1 })}</legend>
          <ActionIcon
            className={classes.remove ?? ''}
            size={28}
            aria-label={t('source.remove', { number: index + 1 })}
            onClick={() => onChange(sources.toSpliced(index, 1))}
          >
            <IconX size={16} stroke={1.5} />
          </ActionIcon>
          <div className={classes.grid}>
            {PARTS.map((part) => (
              <TextInput
                key={part}
                id={fieldId(`sources.${index}.${part}`)}
                size="sm"
                type={part === 'date' ? 'date' : part === 'url' ? 'url' : 'text'}
                label={t(`source.${part}`)}
                withAsterisk={part === 'url'}
                value={source[part] ?? ''}
                error={faults.has(`sources.${index}.${part}`) && t(part === 'url' ? 'fault.address' : 'fault.refused')}
                onChange={({ currentTarget: { value } }) =>
                  onChange(sources.with(index, { ...source, [part]: part === 'date' && value === '' ? null : value }))
                }
              />
            ))}
          </div>
        </fieldset>
      ))}
      <Button
        className={classes.add ?? ''}
        size="compact-sm"
        variant="default"
        leftSection={<IconPlus size={16} stroke={1.5} />}
        onClick={() => onChange([...sources, EMPTY])}
      >
        {t('source.add')}
      </Button>
    </div>
  );
}
