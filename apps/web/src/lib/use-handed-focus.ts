import { type RefObject, useLayoutEffect, useRef } from 'react';

/** What a place may take to be drawn anew; whoever comes later did not follow the field that went. */
const HANDED_MS = 2000;

/** The field that went from the page with the keyboard, and when. */
let gone: { readonly name: string; readonly at: number } | null = null;

/** A field that takes over the keyboard from the one of the same name that went just now, unless something else has it. */
export function useHandedFocus(name: string): RefObject<HTMLInputElement | null> {
  const ref = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const field = ref.current;
    const follows = gone?.name === name && performance.now() - gone.at < HANDED_MS;
    if (follows && document.activeElement === document.body) field?.focus();
    if (follows) gone = null;
    return () => {
      if (field && document.activeElement === field) gone = { name, at: performance.now() };
    };
  }, [name]);
  return ref;
}
