import { Modal } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  /** Whether things stand beside each other in it. */
  readonly wide?: boolean;
  /** Whether it shows what cannot be seen again: a click beside it or Escape does not close it then. */
  readonly shownOnce?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** One thing to do or to read, over the page. */
export function Dialog({ children, onClose, shownOnce = false, title, wide = false }: DialogProps) {
  const { t } = useTranslation('common');
  useReturnedFocus();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      centered
      {...(wide && { size: 760 })}
      closeOnClickOutside={!shownOnce}
      closeOnEscape={!shownOnce}
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{ header: classes.header ?? '', title: classes.title ?? '', body: classes.body ?? '' }}
    >
      {children}
    </Modal>
  );
}

/** What had the keyboard before has it again afterwards, unless it is gone by then, or something else was given it. */
function useReturnedFocus(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus();
    },
    [before],
  );
}
