/** Why a file cannot be read at all; what is wrong with one of its rows is an issue of that row. */
export type ImportFaultCode = 'unknown-format' | 'mapping-needed' | 'damaged' | 'too-large';

/** Its message names what is wrong and what is allowed, for a person to read. */
export class ImportFault extends Error {
  override readonly name = 'ImportFault';
  readonly code: ImportFaultCode;

  constructor(code: ImportFaultCode, message: string) {
    super(message);
    this.code = code;
  }
}
