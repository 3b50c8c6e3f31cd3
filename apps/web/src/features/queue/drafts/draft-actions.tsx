import type { UnfinishedDraft } from '@corridor/domain';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/dialog.tsx';
import { FormRefusal, FormText } from '../../../components/dialog-form.tsx';
import { KeyCap } from '../../../components/key-cap.tsx';
import type { DraftDetail } from '../../../lib/api/drafts.ts';
import { useKeys } from '../../../lib/keys/use-keys.ts';
import { wholeDraft } from '../../../lib/record-parts/told-draft.ts';
import { DismissDialog } from './dismiss-dialog.tsx';
import classes from './drafts.module.css';
import type { useDeciding } from './use-deciding.ts';
import { useFieldWords } from './use-field-words.ts';

/** Finds any record. */
export type RenderFinder = (onChoose: (id: string) => void) => ReactNode;

interface DraftActionsProps {
  readonly detail: DraftDetail;
  /** As it stands with what was chosen. */
  readonly draft: UnfinishedDraft;
  readonly deciding: ReturnType<typeof useDeciding>;
  readonly onEdit: () => void;
  readonly renderFinder: RenderFinder;
}

/** What can become of a draft, each by a key too. */
export function DraftActions({ deciding, detail, draft, onEdit, renderFinder }: DraftActionsProps) {
  const { t } = useTranslation('queue');
  const words = useFieldWords();
  const [asking, ask] = useState<'link' | 'dismiss' | null>(null);
  const whole = wholeDraft(draft);
  const isFiled = detail.kind === 'incident';
  const canLink = detail.article.address !== null;
  const start = (next: 'link' | 'dismiss') => {
    deciding.reset();
    ask(next);
  };
  const file = () => {
    if (whole.draft && !deciding.isPending) deciding.mutate({ as: 'filed', draft: whole.draft });
  };
  useKeys({
    draftFile: () => isFiled && file(),
    draftEdit: () => isFiled && onEdit(),
    draftLink: () => canLink && start('link'),
    draftDismiss: () => start('dismiss'),
  });
  const close = () => ask(null);
  return (
    <div className={classes.actions}>
      {isFiled && (
        <>
          <Button size="sm" disabled={whole.draft === null} loading={deciding.isPending} onClick={file}>
            {t('drafts.file')} <KeyCap command="draftFile" />
          </Button>
          <Button size="sm" variant="default" onClick={onEdit}>
            {t('drafts.edit')} <KeyCap command="draftEdit" />
          </Button>
        </>
      )}
      <Button size="sm" variant="default" disabled={!canLink} aria-haspopup="dialog" onClick={() => start('link')}>
        {t('drafts.link')} <KeyCap command="draftLink" />
      </Button>
      <Button size="sm" variant="default" aria-haspopup="dialog" onClick={() => start('dismiss')}>
        {t('drafts.dismiss')} <KeyCap command="draftDismiss" />
      </Button>
      {isFiled && whole.draft === null && (
        <p>
          {t('drafts.notWhole', { what: whole.missing.map((field) => words.label(field).toLowerCase()).join(', ') })}
        </p>
      )}
      {!isFiled && <p>{t('drafts.recalledNote')}</p>}
      {!canLink && <p>{t('drafts.noSource')}</p>}
      {deciding.error && asking === null && (
        <p role="alert" className={classes.refusal}>
          {t('drafts.failed', { reason: deciding.error.message })}
        </p>
      )}
      {asking === 'dismiss' && (
        <DismissDialog
          title={draft.title ?? t('drafts.untitled')}
          error={deciding.error}
          isPending={deciding.isPending}
          onDismiss={(reason) => deciding.mutate({ as: 'dismissed', reason })}
          onClose={close}
        />
      )}
      {asking === 'link' && (
        <Dialog title={t('drafts.linkTitle')} wide onClose={close}>
          <div className={classes.finder}>
            <FormText>{t('drafts.linkIntro')}</FormText>
            {renderFinder((incident) => {
              if (!deciding.isPending) deciding.mutate({ as: 'linked', incident });
            })}
            {deciding.error && <FormRefusal>{t('drafts.failed', { reason: deciding.error.message })}</FormRefusal>}
          </div>
        </Dialog>
      )}
    </div>
  );
}
