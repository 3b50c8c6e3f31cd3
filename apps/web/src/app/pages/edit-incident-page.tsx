import { useNavigate, useParams } from '@tanstack/react-router';
import { EditIncident } from '../../features/editor/edit-incident.tsx';
import { patchSearch, type ViewSearch } from '../../lib/view/view.ts';
import { RecordBeside } from './record-beside.tsx';
import { useWayBack } from './use-way-back.ts';

/** Changes a record, and shows it in the table when that is done. */
export function EditIncidentPage() {
  const { id } = useParams({ from: '/plain/incidents/$id/edit' });
  const navigate = useNavigate();
  const back = useWayBack();
  return (
    <EditIncident
      key={id}
      id={id}
      renderBeside={(beside, onClose) => <RecordBeside id={beside} onClose={onClose} />}
      onSaved={(saved) =>
        void navigate({
          to: '/incidents',
          search: (search: ViewSearch) => patchSearch(search, { incident: saved }),
          replace: true,
        })
      }
      onBack={back}
    />
  );
}
