import { useNavigate } from '@tanstack/react-router';
import { NewIncident } from '../../features/editor/new-incident.tsx';
import { patchSearch, type ViewSearch } from '../../lib/view/view.ts';
import { RecordBeside } from './record-beside.tsx';
import { useWayBack } from './use-way-back.ts';

/** Files an incident; the record that it makes is shown in the table. */
export function NewIncidentPage() {
  const navigate = useNavigate();
  const back = useWayBack();
  return (
    <NewIncident
      renderBeside={(id, onClose) => <RecordBeside id={id} onClose={onClose} />}
      onFiled={({ id }) =>
        void navigate({
          to: '/incidents',
          search: (search: ViewSearch) => patchSearch(search, { incident: id }),
          replace: true,
        })
      }
      onBack={back}
      onEditRead={(id) =>
        void navigate({ to: '/drafts/$id/edit', params: { id }, search: (search: ViewSearch) => search })
      }
      onEdit={(id) =>
        void navigate({ to: '/incidents/$id/edit', params: { id }, search: (search: ViewSearch) => search })
      }
    />
  );
}
