import { People } from '../../features/access/people/people.tsx';

export function PeoplePage() {
  return <People />;
}
