import { statfs } from 'node:fs/promises';
import { StoreError } from '../store-error.ts';

/** Free bytes that a program without special rights may use on the file system of `directory`. */
export async function freeBytesOf(directory: string): Promise<number> {
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize;
}

/** What stays free whatever is written: room for the write-ahead log (max_wal_size is 128 MB, recycled) to settle. */
const RESERVE_BYTES = 160 * 1024 * 1024;

/** A record is in its table, its history, its indexes and, until the next checkpoint, twice in the log. */
const BYTES_ON_DISK_PER_BYTE = 6;

/**
 * Throws StoreError `disk-full` if `directory` has too little room to write `payloadBytes` of records. To be asked
 * before writing, since PGlite does not survive a disk that fills up under it.
 */
export async function checkFreeSpace(
  directory: string,
  payloadBytes: number,
  freeBytes: (directory: string) => Promise<number>,
): Promise<void> {
  const needed = RESERVE_BYTES + payloadBytes * BYTES_ON_DISK_PER_BYTE;
  const free = await freeBytes(directory);
  if (free < needed) {
    const [freeMb, neededMb] = [free, needed].map((bytes) => Math.ceil(bytes / 1024 / 1024));
    throw new StoreError(
      'disk-full',
      `${directory} has ${freeMb} MB free, writing this needs ${neededMb} MB: nothing was written`,
    );
  }
}
