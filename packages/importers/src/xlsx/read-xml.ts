import { Parser } from 'htmlparser2';
import { createTextReader } from '../csv/decode-text.ts';
import { ImportFault } from '../import-fault.ts';

export interface XmlHandler {
  /** Names are without their prefix. */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

/**
 * Parses XML piece by piece, and yields after each, so that what the handler made of it can be taken. Of entities it knows
 * XML's own five only, and a document type, where others would be declared, is an ImportFault. It holds no more than
 * `betweenTags` bytes.
 */
export function* readXml(pieces: Iterable<Uint8Array>, handler: XmlHandler, betweenTags: number): Generator<void> {
  let sinceTag = 0;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        sinceTag = 0;
        depth++;
        handler.open(withoutPrefix(name), attributes);
      },
      ontext: (text) => handler.text(text),
      onclosetag: (name) => {
        sinceTag = 0;
        depth--;
        handler.close(withoutPrefix(name));
      },
      onprocessinginstruction: (name) => {
        if (name.startsWith('!'))
          throw new ImportFault('damaged', 'the workbook declares a document type, which none has');
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  const reader = createTextReader();
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; at += PIECE) {
      const part = piece.subarray(at, at + PIECE);
      sinceTag += part.length;
      if (sinceTag > betweenTags) {
        throw new ImportFault(
          'too-large',
          `the workbook holds more than ${betweenTags / 1_048_576} MiB between two tags`,
        );
      }
      parser.write(reader.push(part));
      yield;
    }
  }
  parser.write(reader.end());
  if (depth !== 0) throw new ImportFault('damaged', 'the workbook holds XML that ends in the middle');
  yield;
}

const PIECE = 65_536;

/** Parses all of it, where nothing is to be taken on the way. */
export function readWholeXml(pieces: Iterable<Uint8Array>, handler: XmlHandler, betweenTags: number): void {
  for (const _ of readXml(pieces, handler, betweenTags));
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
