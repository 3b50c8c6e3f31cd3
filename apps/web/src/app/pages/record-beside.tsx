import { IncidentRecord } from '../../features/incidents/record.tsx';
import { RecordFrame } from '../../features/incidents/record-frame.tsx';
import classes from './record-beside.module.css';

interface RecordBesideProps {
  /** Null where none is open. */
  readonly id: string | null;
  readonly onClose: () => void;
}

/** A record over what stands beside a form, to compare with. */
export function RecordBeside({ id, onClose }: RecordBesideProps) {
  return (
    <RecordFrame open={id !== null} onClose={onClose} className={classes.record ?? ''}>
      {id !== null && (
        <IncidentRecord
          id={id}
          position={undefined}
          count={null}
          onStep={null}
          onClose={onClose}
          elsewhere="incidents"
        />
      )}
    </RecordFrame>
  );
}
