import { createBrowserHistory, type RouterHistory } from '@tanstack/react-router';
import { formatSearchText, parseSearchText } from './search-text.ts';
import type { ViewSearch } from './view.ts';
import type { ViewStore } from './view-store.ts';
import { WriteBudget } from './write-budget.ts';

type Listener = Parameters<RouterHistory['subscribe']>[0];
type Change = Parameters<Listener>[0];

/** Quiet time after which the router hears of the address, ms. */
const SETTLE_MS = 200;
/** When a write that there was no budget for is tried again, ms. */
const RETRY_MS = 150;

/**
 * The browser's history for the router, in which a change of the view is written without the router at work: matching
 * routes and drawing links anew costs more than a frame. The router hears of it when the hand rests, or before a link
 * is followed.
 */
export function createViewHistory(store: ViewStore): RouterHistory {
  const history = createBrowserHistory();
  const router = deferWhile(history, ({ location }) => {
    address.forget();
    store.follow(parseSearchText(location.search));
  });
  const address = createAddress(history, router.quietly);
  history.subscribe = router.subscribe;
  document.addEventListener(
    'click',
    ({ target }) => {
      if (target instanceof Element && target.closest('a[href]')) router.settle();
    },
    { capture: true },
  );
  store.connect(parseSearchText(history.location.search), address.write);
  return history;
}

/** Lets listeners wait for changes that are made quietly; of several they hear the last. `first` hears of all others. */
function deferWhile(history: RouterHistory, first: Listener) {
  const subscribe = history.subscribe;
  const listeners = new Set<Listener>();
  let quiet = false;
  let waiting: Change | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = () => {
    clearTimeout(timer);
    const change = waiting;
    waiting = null;
    if (change) for (const listener of listeners) listener(change);
  };
  subscribe((change) => {
    waiting = change;
    if (!quiet) {
      first(change);
      settle();
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(settle, SETTLE_MS);
  });
  return {
    settle,
    quietly: (act: () => void) => {
      quiet = true;
      act();
      quiet = false;
    },
    subscribe: (listener: Listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Writes views into the address: each step of Back at once, others as often as browsers allow. */
function createAddress(history: RouterHistory, quietly: (act: () => void) => void) {
  const budget = new WriteBudget();
  let pending: ViewSearch | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const href = (search: ViewSearch) => history.location.pathname + formatSearchText(search);
  const forget = () => {
    clearTimeout(timer);
    pending = null;
  };
  const replace = (search: ViewSearch) => {
    forget();
    quietly(() => history.replace(href(search)));
  };
  const replaceSoon = (search: ViewSearch) => {
    if (budget.take(performance.now())) return replace(search);
    forget();
    pending = search;
    timer = setTimeout(() => replaceSoon(search), RETRY_MS);
  };
  return {
    forget,
    write: (search: ViewSearch, options: { readonly replace: boolean }) => {
      if (options.replace) return replaceSoon(search);
      if (pending) replace(pending);
      quietly(() => history.push(href(search)));
    },
  };
}
