import { useNavigate } from '@tanstack/react-router';
import { FindRecord } from '../../features/incidents/merging/find-record.tsx';
import { MergeDialog } from '../../features/incidents/merging/merge-dialog.tsx';
import { NextStatus } from '../../features/incidents/workflow/next-status.tsx';
import { PossibleDoubles } from '../../features/queue/doubles/possible-doubles.tsx';
import { DraftReview } from '../../features/queue/drafts/draft-review.tsx';
import { ReviewQueue } from '../../features/queue/review-queue.tsx';
import { useView } from '../../lib/view/use-view.ts';
import type { ViewSearch } from '../../lib/view/view.ts';
import { FramedRecord } from './framed-record.tsx';
import classes from './queue-page.module.css';
import { RecordBeside } from './record-beside.tsx';

/** What waits for review, pairs that may be of one event, or drafts from articles, with the open record beside them. */
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
  if (view.queueList === 'drafts') return <Drafts />;
  return (
    <ReviewQueue
      renderStatus={(status) => <NextStatus key={status.id} {...status} />}
      renderRecord={(open) => <FramedRecord {...open} className={className} />}
    />
  );
}

function Drafts() {
  const navigate = useNavigate();
  return (
    <DraftReview
      renderRecord={(id, onClose) => <RecordBeside id={id ?? null} onClose={onClose} />}
      renderFinder={(onChoose) => <FindRecord isFirst itself={null} onChoose={onChoose} />}
      onEdit={(id) => void navigate({ to: '/drafts/$id/edit', params: { id }, search: (search: ViewSearch) => search })}
    />
  );
}
