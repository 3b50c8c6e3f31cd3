import type { JsonObject, Store } from '@corridor/store';

/** What is done to access. What is done to records enters the trail by itself. */
type AccessAct =
  | 'first-admin.make'
  | 'admin.sign-in'
  | 'account.lock'
  | 'person.invite'
  | 'link.make'
  | 'password.set'
  | 'role.change'
  | 'person.deactivate'
  | 'person.reactivate'
  | 'key.make'
  | 'key.revoke'
  | 'session.end';

interface Act {
  readonly act: AccessAct;
  /** A person's id, or null for nobody known. */
  readonly by: string | null;
  /** The id of a person or key, or the e-mail address of an account that may not exist. */
  readonly subject: string;
  /** Holds no secret: it is kept for ever. */
  readonly detail: JsonObject;
}

/** Where acts are kept for good. */
export interface AuditLog {
  record(act: Act): Promise<void>;
}

/** Acts enter the store's audit trail. */
export function createAuditLog(store: Pick<Store, 'recordAct'>): AuditLog {
  return {
    async record({ act, by, detail, subject }) {
      const [noun = ''] = act.split('.');
      const kind = noun === 'key' || noun === 'account' ? noun : 'person';
      await store.recordAct({ actor: by ?? 'nobody', action: act, subject: { kind, id: subject }, reason: '', detail });
    },
  };
}
