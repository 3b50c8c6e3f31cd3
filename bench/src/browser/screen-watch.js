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
  /** What waits for the count to change. */
  let noteChange = () => undefined;
  const observer = new MutationObserver(() => {
    dirty = true;
    noteChange();
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
  addEventListener('pointermove', (event) => event.buttons > 0 && noteInput(event), { capture: true });

  /** Whether callbacks of a frame run: what they change is painted with this frame, not with the next. */
  let inFrame = false;
  const frameEnd = new MessageChannel();
  frameEnd.port1.onmessage = () => {
    inFrame = false;
  };
  function enterFrame() {
    inFrame = true;
    frameEnd.port2.postMessage(null);
  }

  /** Calls back in a task of its own after the next frame is drawn, as a message that is sent in a frame comes after it. */
  function afterPaint(callback) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = callback;
    if (inFrame) port2.postMessage(null);
    else requestAnimationFrame(() => port2.postMessage(null));
  }

  /**
   * Resolves with milliseconds since `start()`: until the document holds another count, until that is painted, and until
   * the whole screen is.
   */
  function watch(start) {
    const before = countText();
    return new Promise((resolve, reject) => {
      let held = null;
      let count = null;
      let screen = null;
      let quiet = 0;
      noteChange = () => {
        const began = start();
        if (held !== null || began === null || countText() === null || countText() === before) return;
        held = performance.now() - began;
        afterPaint(() => {
          count = performance.now() - began;
        });
      };
      const tick = () => {
        enterFrame();
        const now = performance.now();
        const began = start();
        if (began !== null && now - began > TIMEOUT_MS)
          return reject(new Error('The screen did not change in 10 minutes'));
        quiet = dirty || owed > 0 ? 0 : quiet + 1;
        dirty = false;
        if (quiet === 1) screen = now;
        if (count !== null && quiet >= QUIET_FRAMES) return resolve({ held, count, screen: screen - began });
        requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
    });
  }

  const firstLoad = watch(() => 0);

  /** Milliseconds until the page itself counts all incidents: until then parts of them are counted, or the server or an earlier visit did. */
  const whole = new Promise((resolve) => {
    const tick = () => {
      const count = document.querySelector('[data-testid="truth-bar"] [data-part="matched"] b')?.textContent ?? '';
      const isHere = document.querySelector('[data-testid="truth-bar"][data-engine="memory"]') !== null;
      if (isHere && Number(count.replaceAll(/\D/g, '')) === window.benchIncidents) resolve(performance.now());
      else requestAnimationFrame(tick);
    };
    if (window.benchIncidents) requestAnimationFrame(tick);
    else resolve(null);
  });

  let change = null;
  window.screenWatch = {
    firstLoad: async () => {
      const { held, count, screen } = await firstLoad;
      return {
        held,
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
