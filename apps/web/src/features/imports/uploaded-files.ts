/** How many are kept: those whose mapping may be corrected next. */
const MOST = 5;
const files = new Map<number, File>();

/** Keeps what was uploaded as an import while the page is open, so that it need not be chosen again. A file is a handle: its bytes are not held. */
export function keepUploaded(id: number, file: File): void {
  files.set(id, file);
  const [oldest] = files.keys();
  if (files.size > MOST && oldest !== undefined) files.delete(oldest);
}

/** Null after a reload, and where it was uploaded elsewhere. */
export function uploadedFile(id: number): File | null {
  return files.get(id) ?? null;
}
