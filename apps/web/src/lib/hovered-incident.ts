import { useSyncExternalStore } from 'react';

let hovered: string | null = null;
const listeners = new Set<() => void>();

/** Tells every list and map which incident the pointer is on; null when it leaves. Never part of the URL. */
export function setHoveredIncident(id: string | null): void {
  if (id === hovered) return;
  hovered = id;
  for (const listener of listeners) listener();
}

export function useHoveredIncident(): string | null {
  return useSyncExternalStore(subscribe, () => hovered);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
