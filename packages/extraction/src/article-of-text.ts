import { type Article, languageOf } from './article.ts';

const LONGEST_TITLE = 200;

/**
 * A pasted text as an article. Its first line is the title where it reads like one: short, without a full stop, and with
 * more text below it.
 */
export function articleOfText(text: string, known: { readonly published: string | null }): Article {
  const body = text.trim();
  const end = body.indexOf('\n');
  const [first, rest] = end === -1 ? ['', ''] : [body.slice(0, end).trim(), body.slice(end + 1).trim()];
  const isTitle = first !== '' && first.length <= LONGEST_TITLE && !/[.۔!?]$/.test(first) && rest !== '';
  return {
    title: isTitle ? first : '',
    text: isTitle ? rest : text,
    published: known.published,
    publisher: '',
    address: null,
    language: languageOf(text),
  };
}
