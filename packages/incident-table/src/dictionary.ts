/** Codes for distinct texts, in order of first appearance. About 100 bytes a text. */
export class Dictionary {
  readonly #codes = new Map<string, number>();
  readonly values: string[] = [];

  /** The code of a text; a new one gets the next. */
  code(value: string): number {
    let code = this.#codes.get(value);
    if (code === undefined) {
      code = this.values.length;
      this.#codes.set(value, code);
      this.values.push(value);
    }
    return code;
  }
}
