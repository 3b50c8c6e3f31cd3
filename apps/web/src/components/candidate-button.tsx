import type { DuplicateScore } from '@corridor/domain';
import classes from './candidate-button.module.css';
import { IncidentItem, type ListedIncident } from './incident-item.tsx';

interface CandidateButtonProps {
  readonly incident: ListedIncident;
  /** What speaks for its being of the same event. */
  readonly reasons: DuplicateScore['reasons'];
  /** Whether its record is open; undefined where it opens none. */
  readonly isOpen?: boolean;
  readonly onClick: () => void;
}

/** A record that may be of the same event as another, with what agrees. */
export function CandidateButton({ incident, isOpen, onClick, reasons }: CandidateButtonProps) {
  return (
    <button
      type="button"
      className={classes.candidate}
      aria-expanded={isOpen}
      data-open={isOpen || undefined}
      onClick={onClick}
    >
      <IncidentItem incident={incident} />
      {reasons.length > 0 && <span className={classes.reasons}>{reasons.map(({ text }) => text).join(' · ')}</span>}
    </button>
  );
}
