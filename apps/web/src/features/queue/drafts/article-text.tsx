import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftArticle } from '../../../lib/api/drafts.ts';
import { useFormat } from '../../../lib/use-format.ts';
import classes from './article-text.module.css';
import { type NamedSpan, splitText, type TextPiece } from './split-text.ts';
import { useFieldWords } from './use-field-words.ts';

/** What is pointed at, in the text or beside it. */
export interface Pointing {
  readonly names: readonly string[];
  readonly from: 'text' | 'field';
}

interface ArticleTextProps {
  readonly article: DraftArticle;
  readonly spans: readonly NamedSpan[];
  readonly pointing: Pointing | null;
  readonly onPoint: (pointing: Pointing | null) => void;
  /** Leads to what a stretch of the text says. */
  readonly onFollow: (names: readonly string[]) => void;
}

/** An article with every stretch marked that a value was read out of. */
export function ArticleText({ article, onFollow, onPoint, pointing, spans }: ArticleTextProps) {
  const { t } = useTranslation('queue');
  const text = useRef<HTMLDivElement>(null);
  const pieces = useMemo(() => splitText(article.text, spans), [article.text, spans]);
  useEffect(() => {
    if (pointing?.from === 'field') showWithin(text.current);
  }, [pointing]);
  const isRightToLeft = article.language === 'ur';
  return (
    <section className={classes.article} aria-label={t('drafts.article')}>
      <ArticleHead article={article} />
      {/* Long texts scroll, and have no other control where nothing was found in them. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard */}
      <div ref={text} className={classes.text} dir={isRightToLeft ? 'rtl' : 'auto'} lang={langOf(article)} tabIndex={0}>
        {pieces.map((piece) =>
          piece.names.length === 0 ? (
            piece.text
          ) : (
            <Mark
              key={piece.start}
              piece={piece}
              isLit={pointing?.names.some((name) => piece.names.includes(name)) ?? false}
              onPoint={onPoint}
              onFollow={onFollow}
            />
          ),
        )}
      </div>
    </section>
  );
}

function langOf({ language }: DraftArticle): string | undefined {
  return language === 'unknown' ? undefined : language;
}

function ArticleHead({ article }: { readonly article: DraftArticle }) {
  const { t } = useTranslation('queue');
  const format = useFormat();
  const { address, published, publisher, title } = article;
  return (
    <div className={classes.head}>
      <h3 dir="auto">{title || t('drafts.untitled')}</h3>
      <p>
        {publisher && <span>{publisher}</span>}
        <span>
          {published === null
            ? t('drafts.notDated')
            : t('drafts.published', { date: format.date(published.slice(0, 10)) })}
        </span>
        {address === null ? (
          <span>{t('drafts.pasted')}</span>
        ) : (
          <a href={address} target="_blank" rel="noreferrer">
            {new URL(address).host}
          </a>
        )}
      </p>
    </div>
  );
}

interface MarkProps extends Pick<ArticleTextProps, 'onPoint' | 'onFollow'> {
  readonly piece: TextPiece;
  readonly isLit: boolean;
}

function Mark({ isLit, onFollow, onPoint, piece: { names, text } }: MarkProps) {
  const words = useFieldWords();
  const says = [...new Set(names.map(words.span))].join(', ');
  const point = () => onPoint({ names, from: 'text' });
  const isField = names.some((name) => !/^(recalled|site)\./.test(name));
  return (
    <a
      className={classes.mark}
      href={`#draft-${names[0]}`}
      title={says}
      data-lit={isLit || undefined}
      data-quiet={!isField || undefined}
      data-names={names.join(' ')}
      onFocus={point}
      onBlur={() => onPoint(null)}
      onMouseEnter={point}
      onMouseLeave={() => onPoint(null)}
      onClick={(event) => {
        event.preventDefault();
        onFollow(names);
      }}
    >
      {text}
      <span className={classes.says}> ({says})</span>
    </a>
  );
}

/** Scrolls the text alone, where it scrolls by itself, until what is lit is in it. */
function showWithin(box: HTMLElement | null): void {
  const mark = box?.querySelector<HTMLElement>('[data-lit]');
  if (!box || !mark || box.scrollHeight <= box.clientHeight) return;
  const top = mark.getBoundingClientRect().top - box.getBoundingClientRect().top;
  if (top < 0 || top > box.clientHeight - mark.offsetHeight) box.scrollTop += top - box.clientHeight / 3;
}
