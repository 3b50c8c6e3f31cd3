import { Problem } from '@corridor/domain';
import { type Article, type ExtractedDraft, proposalPrompt } from '@corridor/extraction';
import type { ArticleExtractor } from './article-extractor.ts';
import type { Proposer } from './proposer.ts';

export interface ProposingDeps {
  readonly extractor: ArticleExtractor;
  /** Null where the operator set none. */
  readonly proposer: Pick<Proposer, 'ask' | 'model'> | null;
}

export interface ProposedDrafts {
  readonly drafts: readonly ExtractedDraft[];
  /** Why there are no proposals, or fewer. */
  readonly faults: readonly string[];
}

/** Drafts with what the operator's model proposes as candidates. Whatever goes wrong with it, they stand as they are. */
export async function proposeValues(
  { extractor, proposer }: ProposingDeps,
  article: Article,
  drafts: readonly ExtractedDraft[],
): Promise<ProposedDrafts> {
  if (proposer === null || drafts.length === 0) return { drafts, faults: [] };
  const { model } = proposer;
  try {
    const answer = await proposer.ask(proposalPrompt(article, drafts));
    const read = await extractor.readProposal({ answer, model, article, drafts });
    return { drafts: read.drafts, faults: read.faults.map((fault) => `${model}: ${fault}`) };
  } catch (error) {
    const reason =
      error instanceof Problem || !(error instanceof Error) ? 'there was no time to read it' : error.message;
    return { drafts, faults: [`${model} proposed nothing: ${reason}`] };
  }
}
