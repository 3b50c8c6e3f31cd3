import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CandidateButton } from '../../../components/candidate-button.tsx';
import type { DuplicateCandidate } from '../../../lib/api/editing.ts';
import { useView } from '../../../lib/view/use-view.ts';
import classes from './drafts.module.css';

interface MatchListProps {
  readonly matches: readonly DuplicateCandidate[];
  /** Null where nothing can be linked. */
  readonly onLink: ((incident: string) => void) | null;
}

/** Records that may tell of the same event, each with its reasons; each opens beside, and can be linked. */
export function MatchList({ matches, onLink }: MatchListProps) {
  const { t } = useTranslation('queue');
  const { patch, view } = useView();
  return (
    <ul className={classes.matches}>
      {matches.map(({ incident, reasons }) => (
        <li key={incident.id}>
          <CandidateButton
            incident={incident}
            reasons={reasons}
            isOpen={incident.id === view.incident}
            onClick={() => patch({ incident: incident.id }, { replace: view.incident !== undefined })}
          />
          {onLink && (
            <Button
              variant="default"
              size="compact-xs"
              aria-label={t('drafts.linkTo', { title: incident.title })}
              onClick={() => onLink(incident.id)}
            >
              {t('drafts.linkThis')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
