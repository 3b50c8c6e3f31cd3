import type { Incident, TargetType } from '@corridor/domain';
import type { GtdRow } from './gtd-row.ts';

/** `targtype1` as ours; 13 other, 20 unknown and the ones that we have no class for are "media and other". */
export const GTD_TARGETS: ReadonlyMap<number, TargetType> = new Map([
  [1, 'civilians'], // business
  [2, 'government'],
  [3, 'security-forces'], // police
  [4, 'security-forces'], // military
  [5, 'media-other'], // abortion related
  [6, 'infrastructure'], // airports and aircraft
  [7, 'diplomatic'],
  [8, 'civilians'], // educational institution
  [9, 'infrastructure'], // food or water supply
  [10, 'media-other'], // journalists and media
  [11, 'infrastructure'], // maritime
  [12, 'civilians'], // NGO
  [13, 'media-other'], // other
  [14, 'civilians'], // private citizens and property
  [15, 'civilians'], // religious figures and institutions
  [16, 'infrastructure'], // telecommunication
  [17, 'media-other'], // terrorists and non-state militia
  [18, 'civilians'], // tourists
  [19, 'infrastructure'], // transportation
  [20, 'media-other'], // unknown
  [21, 'infrastructure'], // utilities
  [22, 'government'], // violent political party
]);

type Type = Pick<Incident, 'eventType' | 'subEventType'>;

const ATTACK: Type = { eventType: 'Violence against civilians', subEventType: 'Attack' };
const ABDUCTION: Type = { eventType: 'Violence against civilians', subEventType: 'Abduction/forced disappearance' };
const CLASH: Type = { eventType: 'Battles', subEventType: 'Armed clash' };
const DAMAGE: Type = { eventType: 'Strategic developments', subEventType: 'Looting/property destruction' };

/** Weapon sub-types of explosives (`weapsubtype1`) that ACLED has a class for; all others are a bomb. */
const GRENADE = 7;
const PROJECTILE = 11;
const CHEMICAL_WEAPON = 2;

/** ACLED's type of an attack by GTD's `attacktype1`, weapon and target. Null where GTD does not know it (9, −9, blank). */
export function gtdType({ attacktype1, suicide, weaptype1, weapsubtype1, targtype1 }: GtdRow): Type | null {
  const isArmed = targtype1 !== null && GTD_TARGETS.get(targtype1) === 'security-forces';
  switch (attacktype1) {
    case 1: // assassination
    case 2: // armed assault
      return isArmed ? CLASH : ATTACK;
    case 3: // bombing, explosion
      return {
        eventType: 'Explosions/Remote violence',
        subEventType: explosionOf(suicide === 1, weaptype1, weapsubtype1),
      };
    case 4: // hijacking
    case 5: // hostages, barricade
    case 6: // hostages, kidnapping
      return ABDUCTION;
    case 7: // facility, infrastructure
      return DAMAGE;
    case 8: // unarmed assault
      return weaptype1 === CHEMICAL_WEAPON
        ? { eventType: 'Explosions/Remote violence', subEventType: 'Chemical weapon' }
        : ATTACK;
    default:
      return null;
  }
}

function explosionOf(isSuicide: boolean, weapon: number | null, subtype: number | null): Incident['subEventType'] {
  if (isSuicide) return 'Suicide bomb';
  if (weapon === CHEMICAL_WEAPON) return 'Chemical weapon';
  if (subtype === GRENADE) return 'Grenade';
  return subtype === PROJECTILE ? 'Shelling/artillery/missile attack' : 'Remote explosive/landmine/IED';
}
