const OWN_PATH = /^\/(?![/\\])[^\p{Cc}\p{Cs}\\]*$/u;
const MAX_LENGTH = 2000;
const HERE = 'http://here';

/** Pages to which nobody is led back. */
const DOORS: readonly string[] = ['/sign-in', '/welcome'];

/** The page to go on to, as a link names it: a path of ours with its query, or the start page for anything else. */
export function returnPath(text: string | undefined): string {
  if (text === undefined || text.length > MAX_LENGTH || !OWN_PATH.test(text)) return '/';
  if (!URL.canParse(text, HERE)) return '/';
  const { hash, origin, pathname, search } = new URL(text, HERE);
  const isOwn = origin === HERE && !pathname.startsWith('//') && !DOORS.includes(pathname);
  return isOwn ? pathname + search + hash : '/';
}

/** The sign-in page, with the way back to a page of ours. */
export function signInPath({ pathname, search }: { readonly pathname: string; readonly search: string }): string {
  const back = returnPath(pathname + search);
  return back === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ returnTo: back })}`;
}
