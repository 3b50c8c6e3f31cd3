import { closeOnEscape, Popover } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { memo, type RefObject, useLayoutEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useMovedBox } from '../../../lib/use-moved-box.ts';
import { PartEditor } from '../editors/part-editor.tsx';
import type { FilterPart } from '../filter-part.ts';
import classes from './bar.module.css';
import { FacetsSheet } from './facets-sheet.tsx';

interface EditorPopoverProps {
  readonly part: FilterPart | null;
  readonly onClose: () => void;
  /** The bar, in which the opened chip is looked up. */
  readonly barRef: RefObject<HTMLElement | null>;
}

/**
 * The open editor: under its chip, or under "Add filter" where there is none. It stays where it opened while the
 * chips change under it. On a phone it is a sheet at the bottom; one that is turned takes along what is typed in it.
 */
export const EditorPopover = memo(function EditorPopover({ part, onClose, barRef }: EditorPopoverProps) {
  const { t } = useTranslation('filters');
  const phone = useMediaQuery('(max-width: 639px)', false, { getInitialValueInEffect: false });
  const start = useAnchor(part, barRef, phone);
  const { box, giveFocus, isMoved, isShown, place } = useMovedBox(part !== null);
  const close = () => {
    onClose();
    const bar = barRef.current;
    if (bar && part) requestAnimationFrame(() => findAnchor(bar, part)?.focus());
  };
  const content = (
    <div ref={place} className={phone ? classes.sheetEditor : undefined}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keyboard goes there first, and is handed on */}
      {isMoved && <span tabIndex={-1} data-autofocus onFocus={giveFocus} />}
    </div>
  );
  const title = part ? t(`part.${part}`) : '';
  return (
    <>
      {phone ? (
        <FacetsSheet opened={part !== null} onClose={close} position="bottom" title={title}>
          {content}
        </FacetsSheet>
      ) : (
        <Popover
          opened={part !== null}
          onDismiss={close}
          position="bottom-start"
          width={320}
          withRoles={false}
          trapFocus
          returnFocus={false}
          offset={4}
        >
          <Popover.Target>
            <span className={classes.anchor} style={{ insetInlineStart: start }} />
          </Popover.Target>
          <Popover.Dropdown
            className={classes.dropdown ?? ''}
            role="dialog"
            aria-label={title}
            data-testid="filter-editor"
          >
            {content}
          </Popover.Dropdown>
        </Popover>
      )}
      {isShown &&
        part &&
        createPortal(
          // Keys that are pressed in the box are told here, and not to the popover.
          <div onKeyDownCapture={closeOnEscape(close, { active: !phone })}>
            <PartEditor key={part} part={part} />
          </div>,
          box,
        )}
    </>
  );
});

/** Distance of the chip from the bar's start, as it was when its editor opened there. */
function useAnchor(part: FilterPart | null, barRef: RefObject<HTMLElement | null>, phone: boolean): number {
  const [start, setStart] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the bar of a phone is another one
  useLayoutEffect(() => {
    const bar = barRef.current;
    const anchor = bar && part && findAnchor(bar, part);
    if (!anchor) return;
    const [outer, inner] = [bar.getBoundingClientRect(), anchor.getBoundingClientRect()];
    setStart(getComputedStyle(bar).direction === 'rtl' ? outer.right - inner.right : inner.left - outer.left);
  }, [part, barRef, phone]);
  return start;
}

function findAnchor(bar: HTMLElement, part: FilterPart): HTMLElement | null {
  const chip = [...bar.querySelectorAll<HTMLElement>(`[data-chip="${part}"] button`)].find(
    (button) => !button.closest('[inert]'),
  );
  return chip ?? bar.querySelector<HTMLElement>('[data-more-chips], [data-add-filter]');
}
