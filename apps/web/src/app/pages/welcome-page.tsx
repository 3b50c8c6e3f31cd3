import { useSearch } from '@tanstack/react-router';
import { Welcome } from '../../features/access/doors/welcome.tsx';

export function WelcomePage() {
  const { token } = useSearch({ from: '__root__' });
  return <Welcome token={token?.[0]} />;
}
