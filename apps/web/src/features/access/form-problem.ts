import { ApiError } from '../../lib/api/fetch-json.ts';

export interface FormProblem {
  /** What is wrong with a field, in the API's words. */
  readonly fields: ReadonlyMap<string, string>;
  /** What is wrong with none of them; null where the fields say it all. */
  readonly other: string | null;
}

/** Spreads what the API has against a form over its fields, which have the API's names. */
export function formProblem(error: Error | null, names: readonly string[]): FormProblem {
  const fields = new Map<string, string>();
  if (!(error instanceof ApiError)) return { fields, other: error?.message ?? null };
  const { invalid, message } = error;
  for (const name of names) {
    const reason = invalid.find((one) => one.name === name)?.reason;
    if (reason !== undefined) fields.set(name, sentence(invalid.length === 1 ? wordsOf(message, name) : reason));
  }
  const isCovered = invalid.length > 0 && invalid.every(({ name }) => names.includes(name));
  return { fields, other: isCovered ? null : message };
}

/** `email: is empty` says the field's name before the reason, as the label over it does. */
function wordsOf(message: string, name: string): string {
  return message.startsWith(`${name}: `) ? message.slice(name.length + 2) : message;
}

function sentence(words: string): string {
  const [first = '', ...rest] = words;
  return `${first.toUpperCase()}${rest.join('').replace(/\.?$/, '.')}`;
}
