/** The id of the field at a path of the record. */
export function fieldId(path: string): string {
  return `target-${path.replaceAll('.', '-')}`;
}
