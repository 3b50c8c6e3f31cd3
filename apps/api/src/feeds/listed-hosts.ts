import type { WatchedSource } from './sources-file.ts';

/** The hosts that the operator listed, with their ports, and whether each may have a private address. Nothing else is asked. */
export type ListedHosts = ReadonlyMap<string, { readonly allowPrivate: boolean }>;

/** A host that several sources name may have a private address if one of them allows it. */
export function listedHosts(sources: readonly WatchedSource[]): ListedHosts {
  const listed = new Map<string, { readonly allowPrivate: boolean }>();
  for (const { address, allowPrivate, enabled, hosts } of sources) {
    if (!enabled) continue;
    for (const host of [new URL(address).host, ...hosts]) {
      listed.set(host, { allowPrivate: allowPrivate || listed.get(host)?.allowPrivate === true });
    }
  }
  return listed;
}
