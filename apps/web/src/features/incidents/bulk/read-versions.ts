/** How many records are asked for at once. */
const AT_ONCE = 6;

export interface VersionedId {
  readonly id: string;
  readonly version: number;
}

/** The version of each record as it was last read here, in the order of the ids; a few are asked for at a time. */
export async function readVersions(
  ids: readonly string[],
  read: (id: string) => Promise<VersionedId>,
): Promise<readonly VersionedId[]> {
  const versions = new Map<string, number>();
  const waiting = [...ids];
  const work = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) versions.set(id, (await read(id)).version);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return ids.flatMap((id) => {
    const version = versions.get(id);
    return version === undefined ? [] : [{ id, version }];
  });
}
