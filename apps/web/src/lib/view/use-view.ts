import type { Filter, ParamIssue } from '@corridor/domain';
import { useState, useSyncExternalStore } from 'react';
import { VIEW_PARTS, type View, type ViewPatch } from './view.ts';
import { type PatchOptions, viewStore } from './view-store.ts';

export interface ViewHandle {
  readonly view: View;
  /** Changes the view and, with it, the address. */
  readonly patch: (patch: ViewPatch, options?: PatchOptions) => void;
  readonly setFilter: (filter: Filter, options?: PatchOptions) => void;
}

/**
 * The view that the address describes, and the only way to change it. A component renders again only when a part of
 * the view changes that it has read; read in an event handler, a part is as it is then.
 */
export function useView(): ViewHandle {
  const [reader] = useState(() => new ViewReader());
  useSyncExternalStore(viewStore.subscribe, reader.version);
  return reader.handle;
}

/** Parts of the address that could not be read. */
export function useViewIssues(): readonly ParamIssue[] {
  return useSyncExternalStore(viewStore.subscribe, () => viewStore.read().issues);
}

export const setFilter: ViewHandle['setFilter'] = (filter, options) => viewStore.patch({ filter }, options);

/** Notes which parts of the view are read through it, and counts how often one of them has changed. */
class ViewReader {
  readonly handle: ViewHandle;
  readonly #read = new Set<keyof View>();
  #seen: View = viewStore.read().view;
  #version = 0;

  constructor() {
    this.handle = { view: liveView((part) => this.#read.add(part)), patch: viewStore.patch, setFilter };
  }

  readonly version = (): number => {
    const { view } = viewStore.read();
    if (view === this.#seen) return this.#version;
    for (const part of this.#read) {
      if (view[part] === this.#seen[part]) continue;
      this.#version++;
      break;
    }
    this.#seen = view;
    return this.#version;
  };
}

/** A view whose parts are those of the store whenever they are read; `onRead` hears of each. It has every part of a view. */
function liveView(onRead: (part: keyof View) => void): View {
  const view = {};
  for (const part of VIEW_PARTS) {
    Object.defineProperty(view, part, {
      enumerable: true,
      get: () => {
        onRead(part);
        return viewStore.read().view[part];
      },
    });
  }
  return view as View;
}
