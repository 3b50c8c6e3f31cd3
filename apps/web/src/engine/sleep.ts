/** Resolves after so many milliseconds; what is past already, with the next turn of the event loop. */
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}
