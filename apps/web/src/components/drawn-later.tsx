import { type ReactNode, startTransition, useEffect, useState } from 'react';

/**
 * The dear part of a screen: it comes once what is round it stands, and is drawn in slices, so that it does not keep
 * back what is cheap.
 */
export function DrawnLater({
  before = null,
  children,
}: {
  /** Stands in its place until then. */
  readonly before?: ReactNode;
  readonly children: ReactNode;
}) {
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setDrawn(true)), 0);
    return () => clearTimeout(timer);
  }, []);
  return drawn ? children : before;
}
