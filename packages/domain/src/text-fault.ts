/** What makes one line look like another, or break into several: controls, half characters, changes of direction. */
const NOT_IN_A_LINE = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
/** In texts of several lines, right-to-left quotations need their marks; what turns letters round is still refused. */
const NOT_IN_A_TEXT = /[^\P{Cc}\n\r\t]|[\p{Cs}\u202d\u202e]/u;

/**
 * Why a text that somebody wrote cannot be taken, in words that say what is allowed; null where it can. Letters of every
 * script can.
 */
export function textFault(text: string, kind: 'line' | 'text'): string | null {
  const found = (kind === 'line' ? NOT_IN_A_LINE : NOT_IN_A_TEXT).exec(text)?.[0];
  if (found === undefined) return null;
  const code = `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (/\p{Cs}/u.test(found)) return `holds half a character (${code})`;
  if (/[\u202a-\u202e\u2066-\u2069]/.test(found)) return `holds ${code}, which turns the writing direction`;
  const allowed =
    kind === 'line' ? 'one line of text is allowed' : 'of control characters line ends and tabs are allowed';
  return `holds the control character ${code}; ${allowed}`;
}
