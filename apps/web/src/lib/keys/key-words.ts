/** Keys that are written with a sign of their own on every keyboard. */
const SIGNS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/** Of keys with a name, in the reader's language. */
export type KeyNames = Readonly<Record<string, string>>;

/** A key as its keyboard has it: `mod+K` is Ctrl K, and ⌘K on a Mac. */
export function keyWords(key: string, names: KeyNames, onMac: boolean): string {
  const parts = key.length === 1 ? [key] : key.split('+');
  const words = parts.map((part) => {
    if (onMac && part === 'mod') return '⌘';
    if (onMac && part === 'Shift') return '⇧';
    return SIGNS[part] ?? names[part] ?? part;
  });
  return words.join(onMac ? '' : ' ');
}

/** A key as `aria-keyshortcuts` has it. */
export function ariaKey(key: string, onMac: boolean): string {
  return key.replace('mod', onMac ? 'Meta' : 'Control');
}

/** Whether the keyboard has ⌘. */
export function isMac(userAgent: string): boolean {
  return userAgent.includes('Mac OS X');
}
