/**
 * Does something with a signal that is aborted after `longestMs`, or with `end`. It holds on to both: a timeout signal within
 * AbortSignal.any may be collected by Node before its time (nodejs/node#57736), and what waits for it waits for ever.
 */
export async function withinTime<Result>(
  longestMs: number,
  end: AbortSignal | null,
  act: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const limit = new AbortController();
  const abort = (): void => limit.abort();
  const timer = setTimeout(abort, longestMs);
  if (end?.aborted) abort();
  end?.addEventListener('abort', abort);
  try {
    return await act(limit.signal);
  } finally {
    clearTimeout(timer);
    end?.removeEventListener('abort', abort);
  }
}
