import type { Filter, ParamIssue } from '@corridor/domain';
import { useState, useSyncExternalStore } from 'react';
import { type Pace, useFollowed } from '../use-followed.ts';
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
 * the view changes that it has read: at once, but for the filter, on which all of the screen depends, at the pace that
 * it says. Read in an event handler, a part is as it is then.
 */
export function useView(filterPace: Pace = 'soon'): ViewHandle {
  const [reader] = useState(() => new ViewReader(filterPace));
  useFollowed(reader);
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
  readonly subscribe = viewStore.subscribe;
  readonly #filterPace: Pace;
  readonly #parts = new Set<keyof View>();
  #seen: View = viewStore.read().view;
  #version = 0;
  #pace: Pace = 'now';

  constructor(filterPace: Pace) {
    this.#filterPace = filterPace;
    this.handle = { view: liveView((part) => this.#parts.add(part)), patch: viewStore.patch, setFilter };
  }

  readonly read = (): number => {
    const { view } = viewStore.read();
    if (view === this.#seen) return this.#version;
    const changed = [...this.#parts].filter((part) => view[part] !== this.#seen[part]);
    this.#seen = view;
    if (changed.length > 0) {
      this.#version++;
      this.#pace = changed.every((part) => part === 'filter') ? this.#filterPace : 'now';
    }
    return this.#version;
  };

  readonly paceOf = (): Pace => this.#pace;
  /** The rest of the screen has the longer way to go: it must not stand in the way of what is to follow at once. */
  readonly afterPaint = true;
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
