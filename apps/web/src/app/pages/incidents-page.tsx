import { IncidentBrowser } from '../../features/incidents/incident-browser.tsx';

export function IncidentsPage() {
  return <IncidentBrowser />;
}
