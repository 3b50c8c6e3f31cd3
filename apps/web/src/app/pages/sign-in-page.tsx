import { useSearch } from '@tanstack/react-router';
import { SignIn } from '../../features/access/doors/sign-in.tsx';
import { returnPath } from '../../features/access/return-path.ts';

export function SignInPage() {
  const { error, returnTo } = useSearch({ from: '__root__' });
  return <SignIn returnTo={returnPath(returnTo?.[0])} ssoError={error?.[0]} />;
}
