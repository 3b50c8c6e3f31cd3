import { CloseButton, Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './bar.module.css';

interface FacetsSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly position: 'bottom' | 'left';
  readonly children: ReactNode;
}

/** A drawer with its title and cross in one line: from the left, or from the bottom of a phone. */
export function FacetsSheet({ opened, onClose, title, position, children }: FacetsSheetProps) {
  const { t } = useTranslation('common');
  return (
    <Drawer.Root
      opened={opened}
      onClose={onClose}
      position={position}
      size={position === 'left' ? 320 : '85%'}
      // Nothing under it scrolls with it, and the lock would hold a moved box for a part of the page.
      lockScroll={false}
    >
      <Drawer.Overlay />
      <Drawer.Content aria-label={title}>
        <div className={classes.sheetHead}>
          <b>{title}</b>
          <CloseButton aria-label={t('close')} onClick={onClose} />
        </div>
        <Drawer.Body p={0}>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
