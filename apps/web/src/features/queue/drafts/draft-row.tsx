import { UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EventTypeMark } from '../../../components/event-type.tsx';
import type { ListedDraft } from '../../../lib/api/drafts.ts';
import { feedsQuery } from '../../../lib/api/feeds.ts';
import row from '../queue-row.module.css';
import classes from './drafts.module.css';
import { useFieldWords } from './use-field-words.ts';

interface DraftRowProps {
  readonly item: ListedDraft;
  readonly active: boolean;
  readonly open: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
}

/** A draft in the list: what, when, where, and who wrote it. */
export function DraftRow({ active, item, onFocus, onOpen, open }: DraftRowProps) {
  const { t } = useTranslation('queue');
  const words = useFieldWords();
  const { article, draft, kind } = item;
  return (
    <li
      className={`${row.row} ${classes.row}`}
      data-active={active || undefined}
      data-open={open || undefined}
      onFocus={onFocus}
    >
      <span className={row.marks}>{draft.eventType && <EventTypeMark type={draft.eventType} size={13} />}</span>
      <div>
        <UnstyledButton className={row.title} data-row="" dir="auto" aria-current={open || undefined} onClick={onOpen}>
          {draft.title ?? t('drafts.untitled')}
        </UnstyledButton>
        <p className={row.facts}>
          {kind === 'recalled' && <b>{t('drafts.kind.recalled')}</b>}
          <span>{words.value('occurred', draft)}</span>
          <span>{words.value('place', draft) ?? t('drafts.noPlace')}</span>
        </p>
        <p className={row.facts}>
          <span>{article.publisher || hostOf(article.address) || t('drafts.pasted')}</span>
          <span>{article.sourceId === null ? t('drafts.handedIn') : <Watched id={article.sourceId} />}</span>
        </p>
      </div>
    </li>
  );
}

/** A source by its name; by its id where it is in the operator's list no more. */
function Watched({ id }: { readonly id: string }) {
  const { t } = useTranslation('queue');
  const { data } = useQuery({ ...feedsQuery(), refetchInterval: false, staleTime: Number.POSITIVE_INFINITY });
  return t('drafts.watched', { source: data?.items.find((feed) => feed.id === id)?.name ?? id });
}

function hostOf(address: string | null): string {
  return address === null ? '' : new URL(address).host;
}
