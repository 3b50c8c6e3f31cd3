export { type Article, type Language, languageOf } from './article.ts';
export { articleOfText } from './article-of-text.ts';
export { extractDrafts } from './extract-drafts.ts';
export type { Candidate, Evidence, ExtractedDraft, Extraction, RecalledEvent, SiteMention } from './extraction.ts';
export type { ExtractionContext } from './extraction-context.ts';
export { MAX_PROMPTED, type ProposalPrompt, proposalPrompt } from './proposal-prompt.ts';
export { MAX_PAGE_LENGTH, PageFault, readArticle } from './read-article.ts';
export { type ReadProposal, readProposal } from './read-proposal.ts';
export { TEXT_LIMITS } from './split-text.ts';
