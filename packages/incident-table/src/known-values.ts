import type { DimensionName } from '@corridor/domain';
import type { Dimension } from './dimensions.ts';

/** Dimensions whose values come from records; the others keep the order of the taxonomy or portfolio. */
const OPEN: ReadonlySet<DimensionName> = new Set<DimensionName>(['province', 'district', 'actor', 'targetedSite']);

/** Codes of a dimension in the order in which its values are listed: alphabetical where they come from records; the code for none last, where it counts. */
export function orderOfKeys(name: DimensionName, { values, countsNone }: Dimension): number[] {
  const codes = values.map((_, code) => code);
  if (OPEN.has(name)) {
    codes.sort((a, b) => {
      const [first = '', second = ''] = [values[a], values[b]];
      return first < second ? -1 : first > second ? 1 : 0;
    });
  }
  if (countsNone) codes.push(values.length);
  return codes;
}
