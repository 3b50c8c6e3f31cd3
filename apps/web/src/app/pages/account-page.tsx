import { Account } from '../../features/access/account/account.tsx';

export function AccountPage() {
  return <Account />;
}
