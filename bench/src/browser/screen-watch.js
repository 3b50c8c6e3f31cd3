/* Runs in every page before its own scripts, as a plain script. Tells when the count in the truth bar and when the whole screen has changed. */
(() => {
  /** Frames without any change before the screen counts as finished; they are not part of the time. */
  const QUIET_FRAMES = 6;
  const TIMEOUT_MS = 600_000;

  /** Questions that the page has put to its workers and that are not answered: Comlink answers each message with one. */
  let owed = 0;
  window.Worker = class extends window.Worker {
    constructor(...options) {
      super(...options);
      this.addEventListener('message', () => owed--);
    }
    postMessage(...message) {
      owed++;
      super.postMessage(...message);
    }
  };

  let dirty = true;
  const observer = new MutationObserver(() => {
    dirty = true;
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

  const countText = () =>
    document.querySelector('[data-testid="truth-bar"] [data-part="matched"]')?.parentElement?.textContent ?? null;

  let input = null;
  const noteInput = (event) => {
    input ??= event.timeStamp;
  };
  addEventListener('click', noteInput, { capture: true });
  addEventListener('keydown', noteInput, { capture: true });

  /** Resolves with milliseconds since `start()`, each until the frame after the change has begun, so that it is painted. */
  function watch(start) {
    const before = countText();
    return new Promise((resolve, reject) => {
      let changed = false;
      let count = null;
      let screen = null;
      let quiet = 0;
      const tick = () => {
        const now = performance.now();
        const began = start();
        if (began !== null && now - began > TIMEOUT_MS)
          return reject(new Error('The screen did not change in 10 minutes'));
        if (changed) count ??= now - began;
        changed ||= began !== null && countText() !== null && countText() !== before;
        quiet = dirty || owed > 0 ? 0 : quiet + 1;
        dirty = false;
        if (quiet === 1) screen = now;
        if (count !== null && quiet >= QUIET_FRAMES) return resolve({ count, screen: screen - began });
        requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
    });
  }

  const firstLoad = watch(() => 0);

  /** Milliseconds until the page itself counts all incidents: until then parts of them are counted, or the server counts. */
  const whole = new Promise((resolve) => {
    const tick = () => {
      const count = document.querySelector('[data-testid="truth-bar"] [data-part="matched"] b')?.textContent ?? '';
      const isAsked = document.querySelector('[data-testid="truth-bar"] [data-part="engine"]') !== null;
      if (!isAsked && Number(count.replaceAll(/\D/g, '')) === window.benchIncidents) resolve(performance.now());
      else requestAnimationFrame(tick);
    };
    if (window.benchIncidents) requestAnimationFrame(tick);
    else resolve(null);
  });

  let change = null;
  window.screenWatch = {
    firstLoad: async () => {
      const { count, screen } = await firstLoad;
      return {
        count,
        screen,
        whole: (await whole) ?? count,
        paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? count,
      };
    },
    arm() {
      input = null;
      change = watch(() => input);
    },
    change: () => change,
  };
})();
