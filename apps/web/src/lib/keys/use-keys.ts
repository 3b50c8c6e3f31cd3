import { useEffect, useEffectEvent } from 'react';
import { COMMAND_IDS, type CommandId, commandOf, type KeyOf } from './key-commands.ts';
import { pressedKey } from './pressed-key.ts';

/** What each key does; false where it leaves it to others. */
type KeyHandlers = {
  readonly [Id in CommandId]?: (key: KeyOf<Id>, event: KeyboardEvent) => unknown;
};

/** Listens for keys of the whole page. What a part of the page has taken is not taken twice, and what is typed is text. */
export function useKeys(handlers: KeyHandlers): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const id = COMMAND_IDS.find((one) => handlers[one] && pressedKey(event, one) !== null);
    if (id === undefined || (isBusy(event.target) && !commandOf(id).whileTyping)) return;
    if (handle(handlers, id, event) !== false) event.preventDefault();
  });
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function handle<Id extends CommandId>(handlers: KeyHandlers, id: Id, event: KeyboardEvent): unknown {
  const key = pressedKey(event, id);
  return key === null ? false : handlers[id]?.(key, event);
}

const TYPING =
  'input:not([type=radio], [type=checkbox], [type=range]), textarea, select, [contenteditable], [role=menu]';

/** Whether keys are text there, or a dialog is open over the page. */
function isBusy(target: EventTarget | null): boolean {
  if (target instanceof Element && target.closest(TYPING) !== null) return true;
  return document.querySelector('[role=dialog][aria-modal=true]') !== null;
}
