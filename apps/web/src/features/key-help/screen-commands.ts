import type { Permission } from '../../lib/api/me.ts';
import { COMMAND_IDS, type CommandId, commandOf, type KeyScreen } from '../../lib/keys/key-commands.ts';

type May = (permission: Permission) => boolean;

/** Commands of one page for who may do what they do; none for a page that they do not see. */
export function screenCommands(screen: KeyScreen, may: May): readonly CommandId[] {
  const need = SCREEN_NEEDS[screen];
  if (need !== undefined && !may(need)) return [];
  return COMMAND_IDS.filter((id) => {
    const { screens } = commandOf(id);
    return screens !== 'all' && screens.includes(screen) && isFor(id, may);
  });
}

/** Commands of every page. */
export function everywhereCommands(may: May): readonly CommandId[] {
  return COMMAND_IDS.filter((id) => commandOf(id).screens === 'all' && isFor(id, may));
}

const SCREEN_NEEDS: Readonly<Partial<Record<KeyScreen, Permission>>> = {
  queue: 'incidents.edit',
  incidentForm: 'incidents.file',
  targetForm: 'sites.edit',
};

function isFor(id: CommandId, may: May): boolean {
  const { need } = commandOf(id);
  return need === undefined || may(need);
}
