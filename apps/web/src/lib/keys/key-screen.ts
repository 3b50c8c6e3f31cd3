import { KEY_SCREENS, type KeyScreen } from './key-commands.ts';

const FORMS: readonly (readonly [RegExp, KeyScreen])[] = [
  [/^\/(incidents|drafts)\/./, 'incidentForm'],
  [/^\/(sites|routes)\/./, 'targetForm'],
];

/** The page of an address, where it has keys of its own. */
export function keyScreenOf(pathname: string): KeyScreen | null {
  const form = FORMS.find(([pattern]) => pattern.test(pathname))?.[1];
  return form ?? KEY_SCREENS.find((screen) => pathname === `/${screen}`) ?? null;
}
