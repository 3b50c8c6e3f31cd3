import { IncidentRecord } from '../../features/incidents/record.tsx';
import { RecordFrame } from '../../features/incidents/record-frame.tsx';
import { NextStatus } from '../../features/incidents/workflow/next-status.tsx';
import { ReviewQueue } from '../../features/queue/review-queue.tsx';
import classes from './queue-page.module.css';

/** What waits for review, with the open record beside it. */
export function QueuePage() {
  return (
    <ReviewQueue
      renderStatus={(status) => <NextStatus key={status.id} {...status} />}
      renderRecord={({ count, id, onClose, onStep, position }) => (
        <RecordFrame open={id !== undefined} onClose={onClose} className={classes.record ?? ''}>
          {id !== undefined && (
            <IncidentRecord
              id={id}
              position={position}
              count={count}
              onStep={onStep}
              onClose={onClose}
              elsewhere="incidents"
            />
          )}
        </RecordFrame>
      )}
    />
  );
}
