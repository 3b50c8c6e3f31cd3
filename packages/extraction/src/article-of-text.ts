import { type Article, languageOf } from './article.ts';

const LONGEST_TITLE = 200;

/**
 * A pasted text as an article. Its first line is the title where it reads like one: short, without a full stop, and with
 * more text below it.
 */
export function articleOfText(text: string, known: { readonly published: string | null }): Article {
  const [, first = '', rest = ''] = /^\s*([^\n]*)\n\s*([\s\S]*)$/.exec(text) ?? [];
  const isTitle = first !== '' && first.length <= LONGEST_TITLE && !/[.۔!?]\s*$/.test(first) && rest !== '';
  return {
    title: isTitle ? first.trim() : '',
    text: isTitle ? rest : text,
    published: known.published,
    publisher: '',
    address: null,
    language: languageOf(text),
  };
}
