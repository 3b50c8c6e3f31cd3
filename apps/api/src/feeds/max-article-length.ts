/** Texts longer than this are not read: a long article has a twentieth of it. */
export const MAX_ARTICLE_LENGTH = 200_000;
