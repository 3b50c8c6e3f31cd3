/** By how many rows a key moves in the queue; null for keys that do not. */
export function stepOfKey(key: string, isInList: boolean): 1 | -1 | null {
  if (key === 'j' || key === 'J' || (isInList && key === 'ArrowDown')) return 1;
  if (key === 'k' || key === 'K' || (isInList && key === 'ArrowUp')) return -1;
  return null;
}
