import { ImportFault } from '../import-fault.ts';
import type { Archive } from './open-archive.ts';

/** An archive of which no more than `limit` bytes are unpacked in all, however often its entries are read. */
export function withinBytes(archive: Archive, limit: number): Archive {
  let left = limit;
  return {
    has: archive.has,
    *read(name, ofEntry) {
      if (left < 0) throw tooMuch(limit);
      for (const piece of archive.read(name, ofEntry)) {
        left -= piece.length;
        if (left < 0) throw tooMuch(limit);
        yield piece;
      }
    },
  };
}

function tooMuch(limit: number): ImportFault {
  return new ImportFault('too-large', `the sheets of the workbook are more than ${limit / 1_048_576} MiB unpacked`);
}
