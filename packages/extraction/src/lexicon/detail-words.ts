import { createPhraseIndex } from '../phrase-index.ts';

/** How some of those died who were counted before, and what is told of some of the wounded. */
const DYING = 'on the spot|at the scene|on the way|instantly|en route|in hospital|before they could|موقع پر';
const CARE = 'referred|shifted|critical|airlifted|flown|ریفر|منتقل|نازک|تشویشناک';

/** "two died at the scene, two more in hospital", "three were referred to Larkana": of those that were counted. */
export const DETAILS = createPhraseIndex(`${DYING}|${CARE}`.split('|').map((phrase) => [phrase, true] as const));
