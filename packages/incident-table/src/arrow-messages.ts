import { CONTINUATION, checkMessage } from './check-arrow-stream.ts';
import { Flatbuffer, type FlatTable } from './flatbuffer.ts';

export interface ArrowMessage {
  /** SCHEMA, DICTIONARY_BATCH or RECORD_BATCH. */
  readonly kind: number;
  readonly header: FlatTable;
  /** Its own memory, so that vectors in it are aligned. */
  readonly body: Uint8Array;
}

const PREFIX = 8;
/** Far more than the description of any batch of a table. */
const MAX_METADATA = 2 ** 22;
/** Of a Message (Message.fbs). */
const HEADER_TYPE = 6;
const HEADER = 8;
const BODY_LENGTH = 10;

/**
 * Cuts an Arrow IPC stream into messages as its bytes arrive, each checked as by `checkArrowStream`. Holds what has
 * arrived of the message under way: memory is never taken for bytes that are only promised. Throws RangeError.
 */
export class ArrowMessages {
  readonly #chunks: Uint8Array[] = [];
  #held = 0;
  #metadataLength: number | null = null;
  #metadata: { readonly message: FlatTable; readonly bodyLength: number } | null = null;
  #isEnded = false;

  /** Whether the end of the stream was read. What follows it is not looked at. */
  get isEnded(): boolean {
    return this.#isEnded;
  }

  /** Adds bytes and gives the messages that they complete. */
  push(chunk: Uint8Array): ArrowMessage[] {
    if (chunk.length > 0) this.#chunks.push(chunk);
    this.#held += chunk.length;
    const messages: ArrowMessage[] = [];
    for (let message = this.#next(); message; message = this.#next()) messages.push(message);
    return messages;
  }

  #next(): ArrowMessage | null {
    if (this.#isEnded || !this.#readPrefix() || !this.#readMetadata() || !this.#metadata) return null;
    const { bodyLength, message } = this.#metadata;
    if (this.#held < bodyLength) return null;
    const body = this.#take(bodyLength);
    const header = message.table(HEADER);
    if (!header) throw new RangeError('a message has no header');
    checkMessage(message, bodyLength);
    this.#metadataLength = null;
    this.#metadata = null;
    return { kind: message.byte(HEADER_TYPE), header, body };
  }

  #readPrefix(): boolean {
    if (this.#metadataLength !== null) return true;
    if (this.#held < PREFIX) return false;
    const prefix = this.#take(PREFIX);
    const view = new DataView(prefix.buffer);
    if (view.getUint32(0, true) !== CONTINUATION) throw new RangeError('a message does not begin as one');
    const length = view.getInt32(4, true);
    if (length < 0 || length > MAX_METADATA) throw new RangeError(`a message claims ${length} bytes of metadata`);
    if (length === 0) this.#isEnded = true;
    else this.#metadataLength = length;
    return length > 0;
  }

  #readMetadata(): boolean {
    if (this.#metadata) return true;
    const length = this.#metadataLength ?? 0;
    if (this.#held < length) return false;
    const message = new Flatbuffer(new DataView(this.#take(length).buffer)).root();
    const bodyLength = message.long(BODY_LENGTH);
    if (!(bodyLength >= 0)) throw new RangeError(`a message claims ${bodyLength} bytes`);
    this.#metadata = { message, bodyLength };
    return true;
  }

  /** Takes bytes that are held off the front. */
  #take(length: number): Uint8Array<ArrayBuffer> {
    const taken = new Uint8Array(length);
    let at = 0;
    while (at < length) {
      const chunk = this.#chunks[0] ?? new Uint8Array(0);
      const part = chunk.subarray(0, length - at);
      taken.set(part, at);
      at += part.length;
      if (part.length === chunk.length) this.#chunks.shift();
      else this.#chunks[0] = chunk.subarray(part.length);
    }
    this.#held -= length;
    return taken;
  }
}
