import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftDetail } from '../../../lib/api/drafts.ts';
import { ArticleText, type Pointing } from './article-text.tsx';
import classes from './drafts.module.css';
import { spansOf } from './spans-of.ts';

/** The article of a draft above the form, folded away until somebody wants to compare. */
export function FoldedArticle({ detail }: { readonly detail: DraftDetail }) {
  const { t } = useTranslation('queue');
  const spans = useMemo(() => spansOf(detail), [detail]);
  const [pointing, point] = useState<Pointing | null>(null);
  return (
    <details className={classes.folded}>
      <summary>{t('drafts.showArticle')}</summary>
      <ArticleText article={detail.article} spans={spans} pointing={pointing} onPoint={point} onFollow={() => {}} />
    </details>
  );
}
