import { foldText } from '@corridor/domain';

/** The name of a column as names are compared: `SubEvent_Type` is “sub event type”. */
export function foldColumn(column: string): string {
  return foldText(column.replace(/([a-z])([A-Z])/g, '$1 $2'))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
