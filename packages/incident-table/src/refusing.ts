/** Reads foreign bytes; whatever goes wrong is thrown as a TypeError of these words and the reason. */
export function refusing<T>(words: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof TypeError && error.message.startsWith(words)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new TypeError(`${words}: ${reason}`, { cause: error });
  }
}
