import type { Permission } from '../api/me.ts';

/** Pages that have keys of their own. */
export const KEY_SCREENS = ['map', 'regions', 'sites', 'incidents', 'queue', 'incidentForm', 'targetForm'] as const;
export type KeyScreen = (typeof KEY_SCREENS)[number];

/** Where the focus is when a key holds; `page` is wherever nothing is typed. */
type KeyPlace =
  | ('page' | 'list' | 'chosenRows' | 'record' | 'comment' | 'dialog' | 'map' | 'marks' | 'drawing')
  | ('periodEnd' | 'developments' | 'sheet' | 'form' | 'pin');

interface KeyCommand {
  /** As the browser names them, letters as capitals; `mod` is Ctrl, or ⌘ on a Mac. */
  readonly keys: readonly string[];
  readonly screens: 'all' | readonly KeyScreen[];
  readonly place: KeyPlace;
  /** Only who may do it has the key. */
  readonly need?: Permission;
  /** Holds in the middle of typing, and over a dialog. */
  readonly whileTyping?: true;
}

const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const;
const SHIFT_ARROWS = ['Shift+ArrowLeft', 'Shift+ArrowRight', 'Shift+ArrowUp', 'Shift+ArrowDown'] as const;
const WITH_RECORD = ['map', 'incidents', 'queue'] as const;
const LISTS = { screens: ['map', 'incidents'], place: 'list' } as const;
const TABLE = { screens: ['incidents'], place: 'list', need: 'incidents.edit' } as const;
const QUEUE = { screens: ['queue'], need: 'incidents.edit' } as const;
const DRAFTS = { screens: ['queue'], place: 'page', need: 'drafts.decide' } as const;

/** Every key of the dashboard, once: what listens for it and what tells of it read it here. */
export const KEY_COMMANDS = {
  help: { keys: ['?'], screens: 'all', place: 'page' },
  search: { keys: ['mod+K'], screens: 'all', place: 'page' },
  newIncident: { keys: ['mod+I'], screens: 'all', place: 'page', need: 'incidents.file' },

  queueStep: { keys: ['J', 'K'], place: 'page', ...QUEUE },
  queueRow: { keys: ['ArrowDown', 'ArrowUp'], place: 'list', ...QUEUE },
  // The row is a button: the browser presses it.
  queueOpen: { keys: ['Enter'], place: 'list', ...QUEUE },
  queueTake: { keys: ['A'], place: 'page', ...QUEUE },
  queueStatus: { keys: ['S'], screens: ['queue'], place: 'page', need: 'incidents.verify' },

  draftFile: { keys: ['F'], ...DRAFTS },
  draftEdit: { keys: ['E'], ...DRAFTS },
  draftLink: { keys: ['L'], ...DRAFTS },
  draftDismiss: { keys: ['D'], ...DRAFTS },
  draftPaste: { keys: ['P'], ...DRAFTS, need: 'drafts.paste' },

  rowStep: { keys: ['ArrowDown', 'ArrowUp'], ...LISTS },
  rowPage: { keys: ['PageDown', 'PageUp'], ...LISTS },
  rowEnd: { keys: ['Home', 'End'], ...LISTS },
  rowOpen: { keys: ['Enter', ' '], ...LISTS },
  rowClose: { keys: ['Escape'], ...LISTS },
  chooseRow: { keys: ['X'], ...TABLE },
  chooseRange: { keys: ['Shift+X'], ...TABLE },
  chooseAll: { keys: ['mod+A'], ...TABLE },
  chooseNone: { keys: ['Escape'], ...TABLE, place: 'chosenRows' },

  recordClose: { keys: ['Escape'], screens: [...WITH_RECORD, 'incidentForm'], place: 'record' },
  commentSend: {
    ...{ keys: ['mod+Enter'], screens: WITH_RECORD, place: 'comment' },
    ...{ need: 'incidents.file', whileTyping: true },
  },
  dialogSave: {
    ...{ keys: ['mod+S', 'mod+Enter'], screens: 'all', place: 'dialog' },
    ...{ need: 'incidents.edit', whileTyping: true },
  },

  // These two are the map library's own.
  mapMove: { keys: ARROWS, screens: ['map', 'regions', 'sites', 'incidentForm', 'targetForm'], place: 'map' },
  mapZoom: { keys: ['+', '-'], screens: ['map', 'regions', 'sites', 'incidentForm', 'targetForm'], place: 'map' },
  markStep: { keys: ARROWS, screens: ['map'], place: 'marks' },
  markEnd: { keys: ['Home', 'End'], screens: ['map'], place: 'marks' },
  drawFinish: { keys: ['Enter'], screens: ['map'], place: 'drawing' },
  drawUndo: { keys: ['Backspace'], screens: ['map'], place: 'drawing' },
  drawCancel: { keys: ['Escape'], screens: ['map'], place: 'drawing', whileTyping: true },
  periodEndStep: { keys: ARROWS, screens: ['map'], place: 'periodEnd' },
  periodEndMost: { keys: ['Home', 'End'], screens: ['map'], place: 'periodEnd' },
  periodStep: { keys: SHIFT_ARROWS, screens: ['map'], place: 'periodEnd' },
  developmentStep: { keys: ARROWS, screens: ['map'], place: 'developments' },
  developmentEnd: { keys: ['Home', 'End'], screens: ['map'], place: 'developments' },
  developmentOpen: { keys: ['Enter'], screens: ['map'], place: 'developments' },
  sheetStep: { keys: ['ArrowUp', 'ArrowDown'], screens: ['map'], place: 'sheet' },
  sheetTurn: { keys: ['Enter', ' '], screens: ['map'], place: 'sheet' },

  formSave: { keys: ['mod+S'], screens: ['incidentForm', 'targetForm'], place: 'form', whileTyping: true },
  formBack: { keys: ['Escape'], screens: ['incidentForm'], place: 'form', whileTyping: true },
  pinStep: { keys: ARROWS, screens: ['incidentForm', 'targetForm'], place: 'pin' },
  pointDelete: { keys: ['Delete', 'Backspace'], screens: ['targetForm'], place: 'pin' },
} as const satisfies Readonly<Record<string, KeyCommand>>;

export type CommandId = keyof typeof KEY_COMMANDS;
export type KeyOf<Id extends CommandId> = (typeof KEY_COMMANDS)[Id]['keys'][number];

export const COMMAND_IDS = Object.keys(KEY_COMMANDS).filter((id): id is CommandId => id in KEY_COMMANDS);

export function commandOf(id: CommandId): KeyCommand {
  return KEY_COMMANDS[id];
}
