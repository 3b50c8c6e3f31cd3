/** Bytes of all array buffers that a value reaches through its properties, each buffer once. */
export function bufferBytes(root: unknown): number {
  const seen = new Set<object>();
  let bytes = 0;
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (value instanceof ArrayBuffer) bytes += value.byteLength;
    else if (ArrayBuffer.isView(value)) visit(value.buffer);
    else for (const part of Object.values(value)) visit(part);
  };
  visit(root);
  return bytes;
}
