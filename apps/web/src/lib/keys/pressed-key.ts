import { type CommandId, commandOf, type KeyOf } from './key-commands.ts';

/** What of a keyboard event says which key it is, of the browser's or of React. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'> & {
  /** Which key of the keyboard, whatever it types. */
  readonly code?: string;
};

/** Which of the keys of some commands was pressed; null for any other key. */
export function pressedKey<Id extends CommandId>(press: KeyPress, ...ids: readonly Id[]): KeyOf<Id> | null {
  for (const id of ids) {
    const key = commandOf(id).keys.find((one): one is KeyOf<Id> => isPressed(press, one));
    if (key !== undefined) return key;
  }
  return null;
}

function isPressed(press: KeyPress, key: string): boolean {
  const parts = key.length === 1 ? [key] : key.split('+');
  const name = parts.at(-1) ?? key;
  if (press.altKey || (press.ctrlKey || press.metaKey) !== parts.includes('mod')) return false;
  // Some keyboards have a sign such as ? on a key of its own, others above another sign.
  const isSign = /^[^A-Z ]$/.test(name);
  return nameOf(press) === name && (isSign || press.shiftKey === parts.includes('Shift'));
}

/** Letters as capitals, whatever Caps Lock says; where a keyboard types another script, by what stands at their place. */
function nameOf({ code = '', key, shiftKey }: KeyPress): string {
  if (key.length > 1) return key;
  if (/^[ -~]$/.test(key)) return key.toUpperCase();
  if (/^Key[A-Z]$/.test(code)) return code.slice(-1);
  return code === 'Slash' && shiftKey ? '?' : key;
}
