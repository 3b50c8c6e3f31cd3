import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { KeyboardEvent, ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { pressedKey } from '../../lib/keys/pressed-key.ts';
import { useMovedBox } from '../../lib/use-moved-box.ts';
import classes from './record-frame.module.css';

interface RecordFrameProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Of the record's place in the page. */
  readonly className: string;
  readonly children: ReactNode;
}

/**
 * Where the open record stands: in the page on a wide screen, a sheet of full height on a narrow one. A tablet that is turned
 * moves it from one to the other, with what is being typed in it or in a dialog over it.
 */
export function RecordFrame({ children, className, onClose, open }: RecordFrameProps) {
  const { t } = useTranslation('incidents');
  const narrow = useMediaQuery('(max-width: 1023px)', false, { getInitialValueInEffect: false });
  const { box, giveFocus, isShown, place } = useMovedBox(open);
  const onKeyDown = (event: KeyboardEvent) => {
    const { currentTarget, defaultPrevented, target } = event;
    // What is typed in a dialog over the record comes by here too; the sheet hears of Escape by itself.
    const isWithin = target instanceof Node && currentTarget.contains(target);
    if (narrow || defaultPrevented || !isWithin || !pressedKey(event, 'recordClose')) return;
    event.preventDefault();
    onClose();
  };
  // Escape in a dialog over the sheet is told to the sheet as well.
  const closeUnlessCovered = () => {
    if (document.querySelectorAll('[aria-modal=true]').length <= 1) onClose();
  };
  return (
    <>
      {narrow ? (
        <Drawer.Root
          opened={open}
          onClose={closeUnlessCovered}
          position="right"
          size="min(100%, 420px)"
          zIndex={UNDER_DIALOGS}
          // Nothing under it scrolls with it, and the lock would hold the moved box for a part of the page.
          lockScroll={false}
        >
          <Drawer.Overlay backgroundOpacity={0.3} />
          <Drawer.Content aria-label={t('record.label')}>
            <Drawer.Body ref={place} className={classes.sheet ?? ''}>
              {/* biome-ignore lint/a11y/noStaticElementInteractions: the keyboard goes there first, and is handed on */}
              <span tabIndex={-1} data-autofocus onFocus={giveFocus} />
            </Drawer.Body>
          </Drawer.Content>
        </Drawer.Root>
      ) : (
        open && <section ref={place} className={className} aria-label={t('record.label')} />
      )}
      {isShown &&
        createPortal(
          // biome-ignore lint/a11y/noStaticElementInteractions: a key of the whole record, beside its button
          <div className={classes.content} onKeyDown={onKeyDown}>
            {children}
          </div>,
          box,
        )}
    </>
  );
}

/** A sheet that comes while a dialog is open would cover it otherwise. */
const UNDER_DIALOGS = 199;
