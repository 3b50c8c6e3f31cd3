/** The text of one feature and its number, from 1; null text for one that is too long. */
export interface FeatureText {
  readonly row: number;
  readonly text: string | null;
}

/** Cuts the text of a feature collection into its features, piece by piece. */
export interface FeatureReader {
  /** The features that end within the text so far. */
  push(text: string): FeatureText[];
  /** What is wrong with the whole, in words; null where it ends as it should. */
  end(): string | null;
}

/** Characters of a feature, and so of what is held in memory. */
export const MAX_FEATURE_LENGTH = 1_048_576;

const [QUOTE, BACKSLASH, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [34, 92, 123, 125, 91, 93];

/**
 * Finds the members of the list `features` of a JSON object without reading the whole: it follows brackets and strings only,
 * so that each feature is left for JSON.parse. Holds one feature at most.
 */
export function createFeatureReader(maxLength = MAX_FEATURE_LENGTH): FeatureReader {
  let [depth, row, isInString, isEscaped] = [0, 0, false, false];
  /** The last string among the collection's own keys and values. */
  let name = '';
  let isInFeatures = false;
  let hasFeatures = false;
  /** Of the feature that is being read; null between features. */
  let held: string | null = null;
  let isTooLong = false;

  function push(text: string): FeatureText[] {
    const features: FeatureText[] = [];
    let start = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (isInString) {
        if (isEscaped) isEscaped = false;
        else if (code === BACKSLASH) isEscaped = true;
        else if (code === QUOTE) isInString = false;
        else if (depth === 1 && name.length < 20) name += text[at] ?? '';
      } else if (code === QUOTE) {
        isInString = true;
        if (depth === 1) name = '';
      } else if (code === OPEN || code === OPEN_LIST) {
        if (depth === 1) {
          isInFeatures = code === OPEN_LIST && name === 'features';
          hasFeatures ||= isInFeatures;
        } else if (depth === 2 && isInFeatures && code === OPEN) {
          held = '';
          start = at;
        }
        depth++;
      } else if (code === CLOSE || code === CLOSE_LIST) {
        depth--;
        if (depth === 2 && held !== null) {
          hold(text.slice(start, at + 1));
          features.push({ row: ++row, text: isTooLong ? null : held });
          held = null;
          isTooLong = false;
        }
      }
    }
    if (held !== null) hold(text.slice(start));
    return features;
  }

  function hold(part: string): void {
    if (isTooLong || held === null) return;
    isTooLong = held.length + part.length > maxLength;
    held = isTooLong ? '' : held + part;
  }

  return {
    push,
    end: () => {
      if (!hasFeatures) return 'is no GeoJSON feature collection: it has no list of features';
      return depth === 0 && !isInString ? null : 'ends in the middle: the file is cut off';
    },
  };
}
