import { MAX_TEXT_LENGTH } from '@corridor/domain';
import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FacetFrame } from '../facets/facet-frame.tsx';
import { useFilterEdit } from '../use-filter-edit.ts';
import classes from './editors.module.css';

const TYPING_PAUSE_MS = 150;

export function TextEditor() {
  const { t } = useTranslation('filters');
  const { filter, change } = useFilterEdit();
  const [draft, setDraft] = useState(filter.q ?? '');
  const valid = draft.trim() === '' || /[\p{L}\p{N}]/u.test(draft);
  const apply = useDebouncedCallback((text: string) => change({ q: text }, { replace: true }), TYPING_PAUSE_MS);
  return (
    <FacetFrame part="text">
      <div className={classes.fields}>
        <TextInput
          data-autofocus
          label={t('text.label')}
          description={t('text.hint')}
          error={valid ? undefined : t('text.invalid')}
          maxLength={MAX_TEXT_LENGTH}
          value={draft}
          onChange={({ currentTarget: { value } }) => {
            setDraft(value);
            const text = value.trim();
            if (text === '') change({ q: undefined }, { replace: true });
            else if (/[\p{L}\p{N}]/u.test(text)) apply(text);
          }}
        />
      </div>
    </FacetFrame>
  );
}
