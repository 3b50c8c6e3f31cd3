/** What differs between two lists of lines, each in its order. */
export interface LineChanges {
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

/** Lines that both have are in neither list. */
export function lineChanges(before: readonly string[], after: readonly string[]): LineChanges {
  return {
    gone: before.filter((line) => !after.includes(line)),
    come: after.filter((line) => !before.includes(line)),
  };
}
