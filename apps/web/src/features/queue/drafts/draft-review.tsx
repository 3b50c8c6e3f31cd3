import { DRAFT_KINDS } from '@corridor/domain';
import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadError } from '../../../components/load-error.tsx';
import { draftQuery } from '../../../lib/api/drafts.ts';
import { useKeys } from '../../../lib/keys/use-keys.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useView } from '../../../lib/view/use-view.ts';
import { KeyHints } from '../key-hints.tsx';
import { QueueLists } from '../queue-lists.tsx';
import queue from '../review-queue.module.css';
import type { RenderFinder } from './draft-actions.tsx';
import { DraftRow } from './draft-row.tsx';
import { DraftView } from './draft-view.tsx';
import classes from './drafts.module.css';
import { PasteDialog } from './paste-dialog.tsx';
import type { Decision } from './use-deciding.ts';
import { type LoadedDrafts, useDrafts } from './use-drafts.ts';

const SKELETON_ROWS = Array.from({ length: 6 }, (_, index) => index);

interface DraftReviewProps {
  readonly renderRecord: (id: string | undefined, onClose: () => void) => ReactNode;
  readonly renderFinder: RenderFinder;
  /** Leads to the form with a draft. */
  readonly onEdit: (id: string) => void;
}

/** What was read out of articles: each draft is filed, linked or dismissed, and the next one comes. */
export function DraftReview({ onEdit, renderFinder, renderRecord }: DraftReviewProps) {
  const { t } = useTranslation('queue');
  const { patch, view } = useView();
  const drafts = useDrafts(view.draftKind ?? null);
  const [said, say] = useState('');
  const [isPasting, setPasting] = useState(false);
  /** The draft that came after one that was decided. */
  const [nextId, setNextId] = useState<string | undefined>();
  useKeys({ draftPaste: () => setPasting(true) });
  const show = (draft: string | undefined) => {
    const replace = view.draft !== undefined;
    patch({ draft, chosen: undefined, incident: undefined }, { replace });
  };
  const onDecided = (id: string, { as }: Decision, title: string) => {
    const next = drafts.leave(id);
    say(t(`drafts.said.${as}`, { title }));
    setNextId(next);
    show(next);
  };
  return (
    <div className={`${queue.page} ${classes.page}`} data-open={view.draft !== undefined || undefined}>
      <div className={classes.column}>
        <div className={queue.queue}>
          <QueueLists />
          <DraftBar drafts={drafts} onPaste={() => setPasting(true)} />
          <p className={`${queue.line} ${classes.line}`} role="status">
            {said}
          </p>
          <DraftList drafts={drafts} onShow={show} />
          <div className={classes.hints}>
            <KeyHints of="drafts" />
          </div>
        </div>
        {renderRecord(view.incident, () => patch({ incident: undefined }))}
      </div>
      {view.draft === undefined ? (
        <p className={classes.choose}>{t('drafts.choose')}</p>
      ) : (
        <OpenDraft
          key={view.draft}
          id={view.draft}
          isNext={view.draft === nextId}
          onDecided={onDecided}
          onEdit={onEdit}
          onBack={() => show(undefined)}
          renderFinder={renderFinder}
        />
      )}
      {isPasting && (
        <PasteDialog
          onClose={() => setPasting(false)}
          onOpen={(draft) => {
            setPasting(false);
            setNextId(draft);
            show(draft);
          }}
        />
      )}
    </div>
  );
}

const ALL = 'all';

function DraftBar({ drafts: { open }, onPaste }: { readonly drafts: LoadedDrafts; readonly onPaste: () => void }) {
  const { t } = useTranslation('queue');
  const { patch, view } = useView();
  const format = useFormat();
  const counted = (kind: 'all' | (typeof DRAFT_KINDS)[number]) => {
    if (open === null) return t(`drafts.kind.${kind}`);
    const count = kind === ALL ? open.incident + open.recalled : open[kind];
    return t('drafts.kindCount', { kind: t(`drafts.kind.${kind}`), formatted: format.count(count) });
  };
  return (
    <div className={queue.bar}>
      <SegmentedControl
        size="xs"
        aria-label={t('drafts.kinds')}
        value={view.draftKind ?? ALL}
        onChange={(value) => patch({ draftKind: DRAFT_KINDS.find((kind) => kind === value) })}
        data={[ALL, ...DRAFT_KINDS].map((value) => ({
          value,
          label: counted(DRAFT_KINDS.find((kind) => kind === value) ?? ALL),
        }))}
      />
      <Button variant="default" size="compact-sm" aria-haspopup="dialog" onClick={onPaste}>
        {t('drafts.paste')}
      </Button>
    </div>
  );
}

interface DraftListProps {
  readonly drafts: LoadedDrafts;
  readonly onShow: (id: string) => void;
}

/** J and K, and arrows in the list, go from draft to draft; the open one follows. */
function DraftList({ drafts: { error, hasMore, items, loadMore, retry }, onShow }: DraftListProps) {
  const { t } = useTranslation('queue');
  const { view } = useView();
  const list = useRef<HTMLUListElement>(null);
  const [focusedId, setFocused] = useState<string | undefined>();
  const activeId = view.draft ?? focusedId;
  const move = (by: 1 | -1) => {
    const index = items?.findIndex(({ id }) => id === activeId) ?? -1;
    const next = Math.max(0, Math.min(index + by, (items?.length ?? 0) - 1));
    const item = items?.[next];
    if (!item) return;
    list.current?.querySelectorAll<HTMLElement>('[data-row]')[next]?.focus();
    if (view.draft !== undefined) onShow(item.id);
  };
  useKeys({
    queueStep: (key) => move(key === 'J' ? 1 : -1),
    queueRow: (key, { target }) => {
      if (!(target instanceof Element) || target.closest('[data-row]') === null) return false;
      return move(key === 'ArrowDown' ? 1 : -1);
    },
  });
  return (
    <>
      {error && <LoadError what={t('ofList.drafts')} error={error} retry={retry} />}
      <ul ref={list} className={queue.list} aria-label={t('drafts.list')} aria-busy={items === null && !error}>
        {items?.map((item) => (
          <DraftRow
            key={item.id}
            item={item}
            active={item.id === activeId}
            open={item.id === view.draft}
            onFocus={() => setFocused(item.id)}
            onOpen={() => onShow(item.id)}
          />
        ))}
      </ul>
      {items === null && !error && SKELETON_ROWS.map((row) => <Skeleton key={row} height={64} radius="sm" />)}
      {items?.length === 0 && (
        <div className={queue.empty}>
          <p>{t(view.draftKind === undefined ? 'drafts.empty' : 'drafts.emptyKind')}</p>
        </div>
      )}
      {hasMore && (
        <Button className={queue.more ?? ''} variant="default" size="sm" onClick={loadMore}>
          {t('more')}
        </Button>
      )}
    </>
  );
}

interface OpenDraftProps {
  readonly id: string;
  readonly isNext: boolean;
  readonly onDecided: (id: string, decision: Decision, title: string) => void;
  readonly onEdit: (id: string) => void;
  readonly onBack: () => void;
  readonly renderFinder: RenderFinder;
}

function OpenDraft({ id, onDecided, onEdit, ...props }: OpenDraftProps) {
  const { t } = useTranslation('queue');
  const { data, error, refetch } = useQuery(draftQuery(id));
  if (error) {
    return (
      <div className={classes.view}>
        <LoadError what={t('drafts.one')} error={error} retry={() => void refetch()} />
      </div>
    );
  }
  if (!data) {
    return (
      <div className={classes.view} aria-busy="true">
        <Skeleton height="100%" radius="sm" />
      </div>
    );
  }
  return (
    <DraftView
      detail={data}
      onDecided={(decision, title) => onDecided(id, decision, title)}
      onEdit={() => onEdit(id)}
      {...props}
    />
  );
}
