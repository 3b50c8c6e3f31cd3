/** How long others may have to wait for their turn. */
const TURN_MS = 10;

/** Does work in steps, and lets requests and timers have their turn between them. */
export async function runInSteps<T>(steps: Generator<void, T>): Promise<T> {
  let turn = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - turn < TURN_MS) continue;
    await new Promise(setImmediate);
    turn = performance.now();
  }
}
