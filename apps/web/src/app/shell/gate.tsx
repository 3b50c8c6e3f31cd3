import { Navigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useEngine } from '../../engine/engine-context.tsx';
import { returnPath, signInPath } from '../../features/access/return-path.ts';
import { mayDo, type Permission, useMe } from '../../lib/api/me.ts';
import { NotAllowedPage } from './not-allowed-page.tsx';
import { PresentOnlyPage } from './present-only-page.tsx';

interface GateProps {
  readonly need: Permission;
  /** The name of the page behind. */
  readonly page?: string;
  readonly children: ReactNode;
}

/**
 * Lets through who has the permission, leads who is not signed in to the sign-in page, and tells others why not. Where it
 * cannot be found out who asks, the page behind says why. Who may do it in the present alone is led there. Who may read has
 * the engine started.
 */
export function Gate({ children, need, page = '' }: GateProps) {
  const { client } = useEngine();
  const { may, me } = useMe();
  const mayRead = may('records.read');
  useEffect(() => {
    if (mayRead) client.start();
  }, [client, mayRead]);
  if (!me || may(need)) return children;
  if (mayDo(me, need)) return <PresentOnlyPage page={page} />;
  return me.person ? <NotAllowedPage person={me.person} /> : <ToSignIn />;
}

/** Where the engine holds data already, the page is left altogether: nothing of it stays for who comes next. */
function ToSignIn() {
  const { client } = useEngine();
  const [path] = useState(() => returnPath(window.location.pathname + window.location.search));
  const leaves = client.hasWorker;
  useEffect(() => {
    if (leaves) window.location.replace(signInPath(window.location));
  }, [leaves]);
  return leaves ? null : <Navigate to="/sign-in" search={path === '/' ? {} : { returnTo: [path] }} replace />;
}
