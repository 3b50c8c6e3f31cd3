import type { DraftChanges } from '@corridor/domain';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { CandidateButton } from '../../components/candidate-button.tsx';
import { duplicatesQuery } from '../../lib/api/editing.ts';
import classes from './duplicate-warning.module.css';
import { useFormStore } from './form-context.ts';
import { partialDraft } from './values/partial-draft.ts';

const PAUSE_MS = 600;

interface DuplicateWarningProps {
  /** The record that is changed: it is no duplicate of itself. */
  readonly except: string | null;
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}

/** Records that may be of the same event, while the form is filled in; each opens beside it. */
export function DuplicateWarning({ except, onOpen, openId }: DuplicateWarningProps) {
  const { t } = useTranslation('editor');
  const draft = useSettledDraft();
  const enabled = isTelling(draft);
  const { data, error } = useQuery({
    ...duplicatesQuery(draft, except),
    enabled,
    placeholderData: keepPreviousData,
  });
  const found = enabled ? (data?.items ?? []) : [];
  return (
    <section className={classes.panel} aria-label={t('duplicates.label')} data-found={found.length > 0 || undefined}>
      <p role="status" className={classes.head}>
        {!enabled && t('duplicates.waiting')}
        {enabled && error && t('duplicates.failed')}
        {enabled && !error && data && t('duplicates.found', { count: found.length })}
      </p>
      {found.length > 0 && (
        <ul className={classes.list}>
          {found.map((candidate) => (
            <li key={candidate.incident.id}>
              <CandidateButton
                incident={candidate.incident}
                reasons={candidate.reasons}
                isOpen={candidate.incident.id === openId}
                onClick={() => onOpen(candidate.incident.id)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What of the form could be filed, a moment after the last key. */
function useSettledDraft(): DraftChanges {
  const store = useFormStore();
  const [values] = useDebouncedValue(useSyncExternalStore(store.subscribe, store.values), PAUSE_MS);
  return useMemo(() => partialDraft(values), [values]);
}

/** Whether there is enough to compare: a date, a place and a type. */
function isTelling({ eventType, occurred, place }: DraftChanges): boolean {
  const hasPlace = place !== undefined && (place.latitude !== null || place.district !== null);
  return occurred !== undefined && eventType !== undefined && hasPlace;
}
