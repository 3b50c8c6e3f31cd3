import { parentPort, workerData } from 'node:worker_threads';
import { type Article, articleOfText, extractDrafts, readArticle, readProposal } from '@corridor/extraction';
import type { GivenProposal } from './article-extractor.ts';
import { contextOf, type ExtractionNames } from './extraction-names.ts';

/** What the worker is asked, one at a time; it says that it is ready first. */
export type ExtractionRequest =
  | { readonly kind: 'page'; readonly html: string; readonly address: string }
  | { readonly kind: 'drafts'; readonly article: Article }
  | { readonly kind: 'proposal'; readonly proposal: GivenProposal };

export type ExtractionAnswer = { readonly answer: unknown } | { readonly failed: string };

const port = parentPort;
if (!port) throw new Error('The extraction worker runs as a worker thread only');

const context = contextOf(namesOf(workerData));
// The first text makes the index of names, which is not for the time of a real one.
extractDrafts(articleOfText('Nothing happened.', { published: null }), context());

function answer(request: ExtractionRequest): unknown {
  if (request.kind === 'page') return readArticle(request.html, request.address);
  if (request.kind === 'drafts') return extractDrafts(request.article, context());
  const { answer: given, article, drafts, model } = request.proposal;
  return readProposal(given, model, article, drafts, context());
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
