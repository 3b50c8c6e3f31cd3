import { NextStatus } from '../../features/incidents/workflow/next-status.tsx';
import { ReviewQueue } from '../../features/queue/review-queue.tsx';
import { FramedRecord } from './framed-record.tsx';
import classes from './queue-page.module.css';

/** What waits for review, with the open record beside it. */
export function QueuePage() {
  return (
    <ReviewQueue
      renderStatus={(status) => <NextStatus key={status.id} {...status} />}
      renderRecord={(open) => <FramedRecord {...open} className={classes.record ?? ''} />}
    />
  );
}
