import { readBatch } from './arrow-batch.ts';
import { ArrowMessages } from './arrow-messages.ts';
import { type ArrowSchema, readSchema } from './arrow-schema.ts';
import { RECORD_BATCH, SCHEMA } from './check-arrow-stream.ts';
import { refusing } from './refusing.ts';

/**
 * Reads the keys of incidents from an Arrow stream of one column `key` of 32-bit integers, whose schema says the
 * `revision`. Throws TypeError, saying what is wrong, on anything else.
 */
export function decodeKeys(bytes: Uint8Array): { readonly revision: number; readonly keys: Uint32Array } {
  return refusing('Not keys as an Arrow stream', () => {
    const messages = new ArrowMessages();
    let schema: ArrowSchema | null = null;
    const batches: Uint32Array[] = [];
    for (const { body, header, kind } of messages.push(bytes)) {
      if (kind === SCHEMA) schema = readSchema(header);
      else if (kind === RECORD_BATCH && schema)
        batches.push(readKeys(schema, readBatch(header, body, schema.fields).vectors));
      else throw new RangeError('it holds more than keys');
    }
    const revision = Number(schema?.metadata.get('revision') ?? Number.NaN);
    if (!messages.isEnded || !Number.isSafeInteger(revision)) throw new RangeError('it is cut off, or has no revision');
    return { revision, keys: joined(batches) };
  });
}

function readKeys({ fields }: ArrowSchema, vectors: ReturnType<typeof readBatch>['vectors']): Uint32Array {
  const values = vectors[0]?.values;
  if (fields.length !== 1 || fields[0]?.name !== 'key' || fields[0].dictionary || !(values instanceof Uint32Array))
    throw new RangeError('it has no column "key" of keys');
  return values;
}

function joined(batches: readonly Uint32Array[]): Uint32Array {
  const keys = new Uint32Array(batches.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const batch of batches) {
    keys.set(batch, at);
    at += batch.length;
  }
  return keys;
}
