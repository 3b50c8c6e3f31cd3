import { SourceFault } from './source-fault.ts';

/** Where documents say what they are written in, within their first bytes: XML's declaration, HTML's metadata. */
const DECLARED =
  /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']|<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{1,40})/i;
const LOOKED_AT = 1024;

/**
 * Bytes as text: in the encoding of their byte order mark, else of the header, else of the document itself, else UTF-8.
 * Throws SourceFault for an encoding that is not known, and for bytes that are not in it.
 */
export function decodeBody(bytes: Uint8Array, contentType: string): string {
  const encoding = markOf(bytes) ?? headerOf(contentType) ?? declaredIn(bytes) ?? 'utf-8';
  const decoder = decoderOf(encoding);
  try {
    // Node 20 takes a whole in Windows-1252 for ISO 8859-1, in which curly quotes are control characters.
    return decoder.decode(bytes, { stream: true }) + decoder.decode();
  } catch {
    throw new SourceFault(`its bytes are not in the encoding ${decoder.encoding}, in which it says it is written`);
  }
}

function markOf(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

function headerOf(contentType: string): string | null {
  return /;\s*charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(contentType)?.[1] ?? null;
}

function declaredIn(bytes: Uint8Array): string | null {
  const match = DECLARED.exec(Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('latin1'));
  return match?.[1] ?? match?.[2] ?? null;
}

function decoderOf(encoding: string) {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new SourceFault(`it says that it is written in ${encoding}, which is not known`, { isLasting: true });
  }
}
