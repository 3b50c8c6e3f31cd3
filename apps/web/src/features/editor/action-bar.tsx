import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../../components/key-cap.tsx';
import { useKeyWords } from '../../lib/keys/use-key-words.ts';
import { useFormat } from '../../lib/use-format.ts';
import classes from './action-bar.module.css';
import type { Kept } from './drafts/draft-keeper.ts';

interface ActionBarProps {
  readonly isNew: boolean;
  readonly kept: Kept;
  readonly isSaving: boolean;
  readonly onSave: () => void;
  readonly onBack: () => void;
}

/** Save and back, and how it stands with what was typed. */
export function ActionBar({ isNew, isSaving, kept, onBack, onSave }: ActionBarProps) {
  const { t } = useTranslation('editor');
  const { ariaOf } = useKeyWords();
  return (
    <div className={classes.actions}>
      <KeptLine kept={kept} />
      <Button variant="default" size="sm" aria-keyshortcuts={ariaOf('formBack')} onClick={onBack}>
        {t('back')} <KeyCap command="formBack" />
      </Button>
      <Button size="sm" aria-keyshortcuts={ariaOf('formSave')} loading={isSaving} onClick={onSave}>
        {t(isNew ? 'file' : 'save')} <KeyCap command="formSave" />
      </Button>
    </div>
  );
}

function KeptLine({ kept: { dirty, failed, savedAt } }: { readonly kept: Kept }) {
  const { t } = useTranslation('editor');
  const format = useFormat();
  const words = failed
    ? t('kept.failed')
    : dirty && savedAt !== null
      ? t('kept.at', { when: format.moment(savedAt) })
      : '';
  return (
    <p className={classes.kept} data-failed={failed || undefined}>
      {words}
    </p>
  );
}
