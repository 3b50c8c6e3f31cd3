import { parentPort, workerData } from 'node:worker_threads';
import { type Article, extractDrafts, readArticle } from '@corridor/extraction';
import { contextOf, type ExtractionNames } from './extraction-names.ts';

/** What the worker is asked, one at a time; it says READY first. */
export type ExtractionRequest =
  | { readonly kind: 'page'; readonly html: string; readonly address: string }
  | { readonly kind: 'drafts'; readonly article: Article };

export type ExtractionAnswer = { readonly answer: unknown } | { readonly failed: string };

const port = parentPort;
if (!port) throw new Error('The extraction worker runs as a worker thread only');

const context = contextOf(namesOf(workerData));

function answer(request: ExtractionRequest): unknown {
  if (request.kind === 'page') return readArticle(request.html, request.address);
  return extractDrafts(request.article, context());
}

port.on('message', (request: ExtractionRequest) => {
  let said: ExtractionAnswer;
  try {
    said = { answer: answer(request) };
  } catch (error) {
    said = { failed: error instanceof Error ? error.message : 'it cannot be read' };
  }
  port.postMessage(said);
});
port.postMessage('ready');

/** Guarantee: ExtractionThread alone starts this worker, with names. */
function namesOf(data: unknown): ExtractionNames {
  return data as ExtractionNames;
}
