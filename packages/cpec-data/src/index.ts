export { buildPortfolio, type PortfolioTexts } from './build-portfolio.ts';
export { type DuplicatePair, loadDuplicatePairs } from './duplicate-pairs.ts';
export { loadPortfolio, readPortfolioTexts } from './load-portfolio.ts';
export { EVALUATION_SETS, type EvaluationSet, readEvaluationTexts } from './read-evaluation-texts.ts';
