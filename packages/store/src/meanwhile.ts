import { setImmediate } from 'node:timers/promises';

/**
 * Makes what comes next while the database works on a statement, which is on its way before `make` begins. Ends with the
 * statement, and throws what either throws.
 */
export async function meanwhile<Made>(statement: Promise<unknown>, make: () => Made): Promise<Made> {
  const ended = Promise.allSettled([statement]);
  await setImmediate();
  try {
    const made = make();
    await statement;
    return made;
  } finally {
    await ended;
  }
}
