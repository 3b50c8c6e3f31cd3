export { buildPortfolio, type PortfolioTexts } from './build-portfolio.ts';
export { loadPortfolio, readPortfolioTexts } from './load-portfolio.ts';
