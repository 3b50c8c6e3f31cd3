import type { ServerResponse } from 'node:http';

/** The responses that have not ended, and how much of them their readers have yet to take. */
export class OpenResponses {
  readonly #responses = new Set<Pick<ServerResponse, 'writableLength'>>();

  add(response: ServerResponse): void {
    this.#responses.add(response);
    response.once('close', () => this.#responses.delete(response));
  }

  /** Bytes held for slow readers. O(open responses). */
  unsentBytes(): number {
    let bytes = 0;
    for (const { writableLength } of this.#responses) bytes += writableLength;
    return bytes;
  }
}
