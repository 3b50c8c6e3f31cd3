import { ApiError, toApiError } from './fetch-json.ts';
import type { ImportDetail } from './imports.ts';

interface Uploading {
  readonly file: File;
  /** The name of a saved mapping. */
  readonly mapping: string | null;
  /** Told the part of the file that is sent, from 0 to 1. */
  readonly onProgress: (part: number) => void;
  readonly signal: AbortSignal;
}

/** Uploads a file to be reported. It is sent by XMLHttpRequest, since fetch tells nothing of how far it is. Throws ApiError. */
export function uploadFile({ file, mapping, onProgress, signal }: Uploading): Promise<ImportDetail> {
  const params = new URLSearchParams({ name: file.name, ...(mapping !== null && { mapping }) });
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/v1/imports?${params}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('load', () => readAnswer(request).then(resolve, reject));
    request.addEventListener('error', () => reject(new ApiError(0, 'the server could not be reached')));
    request.addEventListener('abort', () => reject(new DOMException('given up', 'AbortError')));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

async function readAnswer({ responseText, status, statusText }: XMLHttpRequest): Promise<ImportDetail> {
  const response = new Response(responseText, { status, statusText });
  if (!response.ok) throw await toApiError(response);
  const answer: ImportDetail = await response.json();
  return answer;
}
