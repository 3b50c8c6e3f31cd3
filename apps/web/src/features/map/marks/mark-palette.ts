import { EVENT_TYPES } from '@corridor/domain';
import { readToken } from '../../../components/base-map/index.ts';
import { EVENT_TYPE_KEYS } from '../../../components/event-type.tsx';

const TOKENS = {
  halo: '--cw-map-halo',
  surface: '--cw-surface',
  text: '--cw-text',
  text2: '--cw-text-2',
  leader: '--cw-map-label-2',
  area: '--cw-area',
  accent: '--cw-accent',
  focus: '--cw-focus',
} as const;

/** Colours and font of the marks as the theme has them now: a canvas cannot follow CSS. */
export interface MarkPalette extends Readonly<Record<keyof typeof TOKENS, string>> {
  /** In the order of EVENT_TYPES. */
  readonly types: readonly string[];
  readonly font: string;
}

export function readPalette(): MarkPalette {
  return {
    halo: readToken(TOKENS.halo),
    surface: readToken(TOKENS.surface),
    text: readToken(TOKENS.text),
    text2: readToken(TOKENS.text2),
    leader: readToken(TOKENS.leader),
    area: readToken(TOKENS.area),
    accent: readToken(TOKENS.accent),
    focus: readToken(TOKENS.focus),
    types: EVENT_TYPES.map((type) => readToken(`--cw-ev-${EVENT_TYPE_KEYS[type]}`)),
    font: getComputedStyle(document.body).fontFamily,
  };
}
