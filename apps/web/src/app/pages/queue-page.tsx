import { MergeDialog } from '../../features/incidents/merging/merge-dialog.tsx';
import { NextStatus } from '../../features/incidents/workflow/next-status.tsx';
import { PossibleDoubles } from '../../features/queue/doubles/possible-doubles.tsx';
import { ReviewQueue } from '../../features/queue/review-queue.tsx';
import { useView } from '../../lib/view/use-view.ts';
import { FramedRecord } from './framed-record.tsx';
import classes from './queue-page.module.css';

/** What waits for review, or pairs that may be of one event, with the open record beside them. */
export function QueuePage() {
  const { view } = useView();
  const className = classes.record ?? '';
  if (view.queueList === 'doubles') {
    return (
      <PossibleDoubles
        renderRecord={(open) => <FramedRecord {...open} className={className} />}
        renderMerge={(merging) => <MergeDialog {...merging} />}
      />
    );
  }
  return (
    <ReviewQueue
      renderStatus={(status) => <NextStatus key={status.id} {...status} />}
      renderRecord={(open) => <FramedRecord {...open} className={className} />}
    />
  );
}
