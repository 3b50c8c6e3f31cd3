import type { UnfinishedDraft } from '@corridor/domain';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftDetail } from '../../../lib/api/drafts.ts';
import { duplicatesQuery } from '../../../lib/api/editing.ts';
import { useView } from '../../../lib/view/use-view.ts';
import { patchSearch, type ViewSearch } from '../../../lib/view/view.ts';
import { ArticleText, type Pointing } from './article-text.tsx';
import { chooseValue, withChosen } from './choose-values.ts';
import { DraftActions, type RenderFinder } from './draft-actions.tsx';
import classes from './drafts.module.css';
import { FieldList } from './field-list.tsx';
import { MatchList } from './match-list.tsx';
import { spansOf } from './spans-of.ts';
import { type Decision, useDeciding } from './use-deciding.ts';
import { useFieldWords } from './use-field-words.ts';

interface DraftViewProps {
  readonly detail: DraftDetail;
  /** Whether the keyboard goes to it: it comes after one that was decided. */
  readonly isNext: boolean;
  readonly onDecided: (decision: Decision, title: string) => void;
  readonly onEdit: () => void;
  readonly onBack: () => void;
  readonly renderFinder: RenderFinder;
}

/** A draft beside its article: what points at one shows the other. */
export function DraftView({ detail, isNext, onBack, onDecided, onEdit, renderFinder }: DraftViewProps) {
  const { t } = useTranslation('queue');
  const { patch, view } = useView();
  const root = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isNext) heading.current?.focus();
  }, [isNext]);
  const chosen = view.chosen ?? [];
  const draft = withChosen(detail.draft, detail.candidates, chosen);
  const title = draft.title ?? t('drafts.untitled');
  const spans = useMemo(() => spansOf(detail), [detail]);
  const told = useMemo(() => new Set(spans.map(({ name }) => name)), [spans]);
  const [pointing, point] = useState<Pointing | null>(null);
  const deciding = useDeciding(detail, (decision) => onDecided(decision, title));
  const isOpen = detail.state === 'open';
  const hasTitleField = detail.candidates.some(({ field }) => field === 'title');
  const followToText = (name: string) => {
    const mark = [...(root.current?.querySelectorAll<HTMLElement>('[data-names]') ?? [])].find((one) =>
      one.dataset.names?.split(' ').includes(name),
    );
    mark?.scrollIntoView({ block: 'nearest' });
    mark?.focus();
  };
  const followToField = (names: readonly string[]) => {
    const all = names.flatMap((name) => [name, name.slice(0, name.lastIndexOf('.'))]);
    const field = all.map((name) => document.getElementById(`draft-${name}`)).find((one) => one !== null);
    field?.focus();
  };
  return (
    <article ref={root} className={classes.view} aria-label={t('drafts.one')}>
      <div className={classes.side}>
        <div className={classes.scroll}>
          <Button className={classes.back ?? ''} variant="default" size="sm" onClick={onBack}>
            {t('drafts.back')}
          </Button>
          <h2 ref={heading} id={hasTitleField ? undefined : 'draft-title'} tabIndex={-1} dir="auto">
            {title}
          </h2>
          {!isOpen && <Decided detail={detail} />}
          <FieldList
            draft={draft}
            candidates={detail.candidates}
            chosen={chosen}
            told={told}
            pointing={pointing}
            onPoint={point}
            onChoose={(choice) => patch({ chosen: [...chooseValue(chosen, choice)] }, { replace: true })}
            onFollow={followToText}
          />
          <Sites detail={detail} pointing={pointing} onPoint={point} />
          <Duplicates
            detail={detail}
            draft={draft}
            hasChosen={chosen.length > 0}
            onLink={
              isOpen && detail.article.address !== null && !deciding.isPending
                ? (incident) => deciding.mutate({ as: 'linked', incident })
                : null
            }
          />
          <Recalled detail={detail} onPoint={point} />
          <Siblings detail={detail} />
        </div>
        {isOpen && <DraftActions {...{ detail, draft, deciding, onEdit, renderFinder }} />}
      </div>
      <ArticleText article={detail.article} {...{ spans, pointing }} onPoint={point} onFollow={followToField} />
    </article>
  );
}

function Decided({ detail: { decidedBy, incident, state } }: { readonly detail: DraftDetail }) {
  const { t } = useTranslation('queue');
  const { patch } = useView();
  const words = t(`drafts.state.${state}`);
  return (
    <p className={classes.decided} role="status">
      {decidedBy
        ? t('drafts.decidedBy', { state: words, name: decidedBy.name })
        : t('drafts.decided', { state: words })}{' '}
      {incident !== null && (
        <Button variant="default" size="compact-xs" onClick={() => patch({ incident })}>
          {t('drafts.openIncident')}
        </Button>
      )}
    </p>
  );
}

interface PointingProps {
  readonly detail: DraftDetail;
  readonly onPoint: (pointing: Pointing | null) => void;
}

/** The sites that the article names, each leading to its page. */
function Sites({ detail, onPoint, pointing }: PointingProps & { readonly pointing: Pointing | null }) {
  const { t } = useTranslation('queue');
  const words = useFieldWords();
  const ids = [...new Set(detail.article.sites.flatMap((site) => site.ids))];
  if (ids.length === 0) return null;
  return (
    <section className={classes.part}>
      <h3>{t('drafts.sites')}</h3>
      <p className={classes.links}>
        {ids.map((id) => (
          <Link
            key={id}
            id={`draft-site.${id}`}
            to="/sites"
            search={(search: ViewSearch) => patchSearch(search, { openSite: id })}
            data-lit={pointing?.names.includes(`site.${id}`) || undefined}
            onFocus={() => onPoint({ names: [`site.${id}`], from: 'field' })}
            onBlur={() => onPoint(null)}
            onMouseEnter={() => onPoint({ names: [`site.${id}`], from: 'field' })}
            onMouseLeave={() => onPoint(null)}
          >
            {words.site(id)}
          </Link>
        ))}
      </p>
    </section>
  );
}

interface DuplicatesProps {
  readonly detail: DraftDetail;
  readonly draft: UnfinishedDraft;
  readonly hasChosen: boolean;
  readonly onLink: ((incident: string) => void) | null;
}

/** Records of the same event, of the draft as it stands with what was chosen. */
function Duplicates({ detail, draft, hasChosen, onLink }: DuplicatesProps) {
  const { t } = useTranslation('queue');
  const { data } = useQuery({ ...duplicatesQuery(draft, null), enabled: hasChosen });
  const found = (hasChosen && data?.items) || detail.duplicates;
  const isRecalled = detail.kind === 'recalled';
  return (
    <section className={classes.part}>
      <h3>{t(isRecalled ? 'drafts.matches' : 'drafts.duplicates')}</h3>
      {found.length === 0 && <p>{t(isRecalled ? 'drafts.noMatches' : 'drafts.noDuplicates')}</p>}
      <MatchList matches={found} onLink={onLink} />
    </section>
  );
}

function Recalled({ detail: { id, recalled }, onPoint }: PointingProps) {
  const { t } = useTranslation('queue');
  const words = useFieldWords();
  const { patch } = useView();
  const others = recalled.filter((event) => event.id !== id);
  if (others.length === 0) return null;
  return (
    <section className={classes.part}>
      <h3>{t('drafts.recalledTitle')}</h3>
      {others.map((event) => (
        <div key={event.id} className={classes.recalled}>
          <button
            type="button"
            id={`draft-recalled.${event.id}`}
            className={classes.told}
            onFocus={() => onPoint({ names: [`recalled.${event.id}`], from: 'field' })}
            onBlur={() => onPoint(null)}
            onMouseEnter={() => onPoint({ names: [`recalled.${event.id}`], from: 'field' })}
            onMouseLeave={() => onPoint(null)}
            onClick={() => patch({ draft: event.id, chosen: undefined })}
          >
            <span className={classes.label}>{words.value('occurred', event.draft)}</span>
            <span className={classes.value} dir="auto">
              {event.draft.title ?? t('drafts.untitled')} ({t(`drafts.state.${event.state}`)})
            </span>
          </button>
          <MatchList matches={event.matches} onLink={null} />
        </div>
      ))}
    </section>
  );
}

function Siblings({ detail: { siblings } }: { readonly detail: DraftDetail }) {
  const { t } = useTranslation('queue');
  const { patch } = useView();
  if (siblings.length === 0) return null;
  return (
    <section className={classes.part}>
      <h3>{t('drafts.siblings')}</h3>
      <ul className={classes.siblings}>
        {siblings.map(({ id, state, title }) => (
          <li key={id}>
            <button type="button" onClick={() => patch({ draft: id, chosen: undefined })}>
              <span dir="auto">{title || t('drafts.untitled')}</span> ({t(`drafts.state.${state}`)})
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
