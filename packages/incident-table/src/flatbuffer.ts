/** Part of the Encoding standard, so both in browsers and in Node; only its type belongs to one or the other. */
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

const decoder = new TextDecoder();

/** Reads of a flatbuffer that stay within its bytes: https://flatbuffers.dev/internals/. Throws RangeError. */
export class Flatbuffer {
  readonly view: DataView;

  constructor(view: DataView) {
    this.view = view;
  }

  root(): FlatTable {
    return this.tableAt(0);
  }

  /** The table whose offset stands at `at`. */
  tableAt(at: number): FlatTable {
    return new FlatTable(this, this.follow(at));
  }

  follow(at: number): number {
    this.need(at, 4);
    const target = at + this.view.getInt32(at, true);
    this.need(target, 4);
    return target;
  }

  need(at: number, length: number): void {
    if (!(at >= 0 && length >= 0 && at + length <= this.view.byteLength)) {
      throw new RangeError('its metadata points outside itself');
    }
  }
}

/** A table of a flatbuffer; absent fields are 0, null or empty. Slots are numbered as in the vtable: 4, 6, 8 and so on. */
export class FlatTable {
  readonly #buffer: Flatbuffer;
  readonly #at: number;
  readonly #vtable: number;
  readonly #size: number;

  constructor(buffer: Flatbuffer, at: number) {
    this.#buffer = buffer;
    this.#at = at;
    this.#vtable = at - buffer.view.getInt32(at, true);
    buffer.need(this.#vtable, 4);
    this.#size = buffer.view.getUint16(this.#vtable, true);
    buffer.need(this.#vtable, this.#size);
  }

  byte(slot: number): number {
    const at = this.#field(slot, 1);
    return at === null ? 0 : this.#buffer.view.getUint8(at);
  }

  long(slot: number): number {
    const at = this.#field(slot, 8);
    return at === null ? 0 : Number(this.#buffer.view.getBigInt64(at, true));
  }

  table(slot: number): FlatTable | null {
    const at = this.#field(slot, 4);
    return at === null ? null : this.#buffer.tableAt(at);
  }

  checkString(slot: number): void {
    this.#vector(slot, 1);
  }

  short(slot: number, absent: number): number {
    const at = this.#field(slot, 2);
    return at === null ? absent : this.#buffer.view.getInt16(at, true);
  }

  int(slot: number): number {
    const at = this.#field(slot, 4);
    return at === null ? 0 : this.#buffer.view.getInt32(at, true);
  }

  string(slot: number): string {
    const { at, count } = this.#vector(slot, 1);
    const { buffer, byteOffset } = this.#buffer.view;
    return decoder.decode(new Uint8Array(buffer, byteOffset + at, count));
  }

  tables(slot: number): FlatTable[] {
    const { at, count } = this.#vector(slot, 4);
    return Array.from({ length: count }, (_, index) => this.#buffer.tableAt(at + 4 * index));
  }

  /** A vector of structs of two 64-bit numbers. */
  pairs(slot: number): [number, number][] {
    const { at, count } = this.#vector(slot, 16);
    const { view } = this.#buffer;
    return Array.from({ length: count }, (_, index) => [
      Number(view.getBigInt64(at + 16 * index, true)),
      Number(view.getBigInt64(at + 16 * index + 8, true)),
    ]);
  }

  #vector(slot: number, stride: number): { at: number; count: number } {
    const field = this.#field(slot, 4);
    if (field === null) return { at: 0, count: 0 };
    const start = this.#buffer.follow(field);
    const count = this.#buffer.view.getUint32(start, true);
    this.#buffer.need(start + 4, count * stride);
    return { at: start + 4, count };
  }

  #field(slot: number, length: number): number | null {
    if (slot + 2 > this.#size) return null;
    const offset = this.#buffer.view.getUint16(this.#vtable + slot, true);
    if (offset === 0) return null;
    this.#buffer.need(this.#at + offset, length);
    return this.#at + offset;
  }
}
