import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pressedKey } from '../../lib/keys/pressed-key.ts';
import classes from './record-frame.module.css';

/** Where the open record stands: in the page on a wide screen, a sheet of full height on a narrow one. */
export function RecordFrame({
  open,
  onClose,
  className,
  children,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Of the record's place in the page. */
  readonly className: string;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('incidents');
  const narrow = useMediaQuery('(max-width: 1023px)', false, { getInitialValueInEffect: false });
  const onKeyDown = (event: KeyboardEvent) => {
    const { currentTarget, defaultPrevented, target } = event;
    // What is typed in a dialog over the record comes by here too.
    const isWithin = target instanceof Node && currentTarget.contains(target);
    if (defaultPrevented || !isWithin || !pressedKey(event, 'recordClose')) return;
    event.preventDefault();
    onClose();
  };
  if (!narrow) {
    if (!open) return null;
    return (
      <section className={className} aria-label={t('record.label')} onKeyDown={onKeyDown}>
        {children}
      </section>
    );
  }
  // Escape in a dialog over the sheet is told to the sheet as well.
  const closeUnlessCovered = () => {
    if (document.querySelectorAll('[aria-modal=true]').length <= 1) onClose();
  };
  return (
    <Drawer.Root opened={open} onClose={closeUnlessCovered} position="right" size="min(100%, 420px)">
      <Drawer.Overlay backgroundOpacity={0.3} />
      <Drawer.Content aria-label={t('record.label')}>
        <Drawer.Body className={classes.sheet ?? ''}>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
