import { useView } from '../../lib/view/use-view.ts';
import { IncidentRecord } from './record.tsx';
import { RecordFrame } from './record-frame.tsx';
import type { IncidentRows } from './use-incident-rows.ts';
import type { Selection } from './use-selection.ts';

/** The record that the view has open, framed beside or over its list; nothing where none is. */
export function OpenRecord({
  rows,
  selection,
  position,
  elsewhere,
  className,
}: {
  readonly rows: IncidentRows;
  readonly selection: Selection;
  /** Place in the list; null when it is not in it, undefined while it is looked for. */
  readonly position: number | null | undefined;
  readonly elsewhere: 'map' | 'incidents';
  readonly className: string | undefined;
}) {
  const { view } = useView();
  return (
    <RecordFrame open={view.incident !== undefined} onClose={selection.close} className={className ?? ''}>
      {view.incident !== undefined && (
        <IncidentRecord
          id={view.incident}
          position={position}
          count={rows.count ?? null}
          onStep={selection.step}
          onClose={selection.close}
          elsewhere={elsewhere}
        />
      )}
    </RecordFrame>
  );
}
