/** An id for a row that has none of its own: the same texts give the same id. FNV-1a twice, 64 bits. */
export function contentId(texts: readonly string[]): string {
  const text = texts.join('\u0000');
  let [first, second] = [0x811c9dc5, 0x9747b28c];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second ^ (code + at), 0x01000193);
  }
  return [first, second].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
}
