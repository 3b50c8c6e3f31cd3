import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './leave-question.module.css';

interface LeaveQuestionProps {
  /** Whether the browser keeps what was typed. */
  readonly isKept: boolean;
  readonly onStay: () => void;
  readonly onLeave: () => void;
  readonly onDiscard: () => void;
}

/** Asked of who leaves a form in which something is typed. */
export function LeaveQuestion({ isKept, onDiscard, onLeave, onStay }: LeaveQuestionProps) {
  const { t } = useTranslation(['editor', 'common']);
  return (
    <Modal
      opened
      centered
      onClose={onStay}
      title={t('editor:leave.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      classNames={{ title: classes.dialogTitle ?? '' }}
    >
      <p className={classes.dialogText}>{t(isKept ? 'editor:leave.kept' : 'editor:leave.notKept')}</p>
      <div className={classes.dialogButtons}>
        <Button variant="default" size="sm" onClick={onDiscard}>
          {t('editor:leave.discard')}
        </Button>
        <Button variant="default" size="sm" data-autofocus onClick={onStay}>
          {t('editor:leave.stay')}
        </Button>
        {isKept && (
          <Button size="sm" onClick={onLeave}>
            {t('editor:leave.leave')}
          </Button>
        )}
      </div>
    </Modal>
  );
}
