/** A text to be read, as it came: from a page, or pasted by a person. */
export interface Article {
  /** '' where there is none. */
  readonly title: string;
  /** Paragraphs with a line end between them. */
  readonly text: string;
  /** When it was published: an ISO date, or date and time; null where that is not known. */
  readonly published: string | null;
  readonly publisher: string;
  /** Where it can be read; null for a text that was pasted. */
  readonly address: string | null;
  readonly language: Language;
}

export type Language = 'en' | 'ur' | 'unknown';

const ARABIC = /[\u0600-\u06ff]/g;
const LATIN = /[a-z]/gi;
/** A language shows within as many characters. */
const LOOKED_AT = 5000;

/** The language of a text by its letters. */
export function languageOf(text: string): Language {
  const start = text.slice(0, LOOKED_AT);
  const [arabic, latin] = [start.match(ARABIC)?.length ?? 0, start.match(LATIN)?.length ?? 0];
  if (arabic + latin === 0) return 'unknown';
  return arabic > latin ? 'ur' : 'en';
}
