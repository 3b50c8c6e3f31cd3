import type { ParamIssue } from '@corridor/domain';
import { formatSearchText } from './search-text.ts';
import { parseView, patchSearch, type View, type ViewPatch, type ViewSearch } from './view.ts';

/** What the address says, read once. */
export interface ViewSnapshot {
  readonly search: ViewSearch;
  readonly view: View;
  /** Parts of the address that could not be read. */
  readonly issues: readonly ParamIssue[];
}

export interface PatchOptions {
  /** For steps that Back should skip: dragging, panning, stepping through a list. */
  readonly replace?: boolean;
}

type Write = (search: ViewSearch, options: Required<PatchOptions>) => void;

/**
 * The view, ahead of the address bar: a change is seen by every reader at once, and the address is written from it.
 * Parts that a change leaves alone stay the same objects, so that who reads only those has nothing to do.
 */
export class ViewStore {
  #snapshot: ViewSnapshot = { search: {}, ...parseView({}) };
  #write: Write = () => {};
  readonly #listeners = new Set<() => void>();
  readonly #expecting = new Set<(snapshot: ViewSnapshot) => void>();
  #isRehearsal = false;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly read = (): ViewSnapshot => this.#snapshot;

  /** `listener` is told of each view that may come next. */
  readonly onExpected = (listener: (snapshot: ViewSnapshot) => void): (() => void) => {
    this.#expecting.add(listener);
    return () => this.#expecting.delete(listener);
  };

  /** Tells who listens what the view would be after `act`, which changes nothing but the view, and now not even that. */
  expect(act: () => void): void {
    this.#isRehearsal = true;
    try {
      act();
    } finally {
      this.#isRehearsal = false;
    }
  }

  /** Starts with what the address says, and hears of a way to write it. */
  connect(search: ViewSearch, write: Write): void {
    this.#write = write;
    this.follow(search);
  }

  /** The address has changed by itself: Back, a link, a saved view. */
  follow(search: ViewSearch): void {
    if (formatSearchText(search) !== formatSearchText(this.#snapshot.search)) this.#show(search);
  }

  readonly patch = (change: ViewPatch, { replace = false }: PatchOptions = {}): void => {
    const search = patchSearch(this.#snapshot.search, change);
    if (formatSearchText(search) === formatSearchText(this.#snapshot.search)) return;
    if (this.#isRehearsal) {
      const expected = this.#snapshotOf(search);
      for (const listener of this.#expecting) listener(expected);
      return;
    }
    this.#show(search);
    this.#write(search, { replace });
  };

  #show(search: ViewSearch): void {
    this.#snapshot = this.#snapshotOf(search);
    for (const listener of this.#listeners) listener();
  }

  #snapshotOf(search: ViewSearch): ViewSnapshot {
    const { view, issues } = parseView(search);
    return { search, view: keepEqualParts(this.#snapshot.view, view), issues };
  }
}

/** The new view with the parts of the old one that say the same. */
function keepEqualParts(before: View, after: View): View {
  const old: Readonly<Partial<Record<string, unknown>>> = { ...before };
  const kept = Object.entries(after).map(([key, value]): [string, unknown] => [
    key,
    JSON.stringify(old[key]) === JSON.stringify(value) ? old[key] : value,
  ]);
  return asView(kept);
}

/** The entries are those of a view, each replaced by an equal value at most. */
function asView(entries: readonly [string, unknown][]): View {
  return Object.fromEntries(entries) as unknown as View;
}

export const viewStore = new ViewStore();
