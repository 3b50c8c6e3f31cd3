import { useMe } from '../../../lib/api/me.ts';
import classes from './account.module.css';
import { ApiKeys } from './api-keys.tsx';
import { OwnDetails } from './own-details.tsx';
import { Sessions } from './sessions.tsx';

/** One's own account: who one is, where one is signed in, and what asks the API in one's name. */
export function Account() {
  const { me } = useMe();
  if (!me?.person) return null;
  return (
    <div className={classes.column}>
      <OwnDetails person={me.person} />
      <Sessions />
      <ApiKeys ownRole={me.person.role} />
    </div>
  );
}
