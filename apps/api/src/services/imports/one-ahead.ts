/**
 * The same values in the same order, the next one being made while the last one is worked on: reading goes on while the
 * database writes. Holds one value more. An error comes when its value is asked for.
 */
export async function* oneAhead<T>(values: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = begin(values);
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = begin(values);
      yield value;
    }
  } finally {
    // Whoever stops early does not hear of what was being made.
    await next.catch(() => undefined);
    await values.return(undefined);
  }
}

/** An error that nobody waits for yet is not one that nobody handles. */
function begin<T>(values: AsyncGenerator<T>): Promise<IteratorResult<T>> {
  const next = values.next();
  next.catch(() => undefined);
  return next;
}
