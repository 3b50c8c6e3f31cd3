import type { ComponentProps } from 'react';
import { IncidentRecord } from '../../features/incidents/record.tsx';
import { RecordFrame } from '../../features/incidents/record-frame.tsx';

type RecordProps = ComponentProps<typeof IncidentRecord>;

interface FramedRecordProps extends Pick<RecordProps, 'position' | 'count' | 'onStep' | 'onClose'> {
  /** None where none is open. */
  readonly id: string | null | undefined;
  /** Of the record's place in the page. */
  readonly className: string;
}

/** A record beside what is not a list of incidents, to which it leads. */
export function FramedRecord({ className, id, onClose, ...position }: FramedRecordProps) {
  const isOpen = id !== null && id !== undefined;
  return (
    <RecordFrame open={isOpen} onClose={onClose} className={className}>
      {isOpen && <IncidentRecord id={id} onClose={onClose} elsewhere="incidents" {...position} />}
    </RecordFrame>
  );
}
