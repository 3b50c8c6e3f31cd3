/** How sources are read. The APIs of ACLED and UCDP are no watched sources: `import-api` reads them, and freshness goes by origin. */
export const SOURCE_KINDS = ['rss', 'page'] as const;
