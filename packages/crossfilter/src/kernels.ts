import { KERNELS_BINARY } from './kernels-binary.ts';

/** Address in the memory of a `BitMemory`, in bytes. */
export type Address = number;

/** The functions of kernels/kernels.ts. Addresses of sets are multiples of 8, of codes and rows multiples of 4. */
export interface Kernels {
  countBoth(a: Address, b: Address, fromWord: number, toWord: number): number;
  countListed(set: Address, rows: Address, length: number): number;
  countRanges(a: Address, b: Address, bounds: Address, length: number, into: Address): void;
  keepBoth(into: Address, other: Address, fromWord: number, toWord: number): void;
  addAll(into: Address, other: Address, fromWord: number, toWord: number): void;
  judgeCodes(into: Address, codes: Address, allowed: Address, rows: number): void;
  moveCounts(before: Address, after: Address, fromWord: number, toWord: number, codes: Address, counts: Address): void;
  listRows(set: Address, fromWord: number, toWord: number, into: Address): number;
  sumRuns(counts: Address, width: number, length: number, into: Address): void;
  addRuns(counts: Address, width: number, from: Address, to: Address, length: number, into: Address): void;
}

/** WebAssembly's linear memory, in pages of 64 KiB. */
export interface LinearMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** What every host has (browser, worker, Node) and no type library for all of them declares. */
interface Host {
  readonly atob: (base64: string) => string;
  readonly WebAssembly: {
    readonly Memory: new (size: { initial: number; maximum: number }) => LinearMemory;
    readonly Module: new (binary: Uint8Array) => object;
    readonly Instance: new (module: object, imports: object) => { readonly exports: object };
  };
}

let compiled: object | null = null;

/** Kernels over a memory of their own. The module is compiled once: about 1 ms. */
export function createKernels(pages: number, maximumPages: number): { kernels: Kernels; memory: LinearMemory } {
  const { atob, WebAssembly } = hostOf(globalThis);
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(KERNELS_BINARY), (byte) => byte.charCodeAt(0)));
  const memory = new WebAssembly.Memory({ initial: pages, maximum: maximumPages });
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
  return { kernels: kernelsOf(exports), memory };
}

/** Guarantee: Node since 8 and every browser since 2017 have both. */
function hostOf(global: object): Host {
  return global as Host;
}

/** Guarantee: the binary is kernels/kernels.ts, whose exports these are (kernels.test.ts compares it). */
function kernelsOf(exports: object): Kernels {
  return exports as Kernels;
}
