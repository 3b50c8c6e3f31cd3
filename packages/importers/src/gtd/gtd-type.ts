import { foldText, type Incident, type TargetType } from '@corridor/domain';
import type { GtdRow } from './gtd-row.ts';

/**
 * `targtype1_txt`, folded, as ours (names and order of the GTD codebook, 2021). What GTD does not know (20), and what is
 * neither civil nor the state's (5, 17, 22), has no class.
 */
const TARGETS: readonly (readonly [name: string, target: TargetType | null])[] = [
  ['business', 'civilians'],
  ['government (general)', 'government'],
  ['police', 'security-forces'],
  ['military', 'security-forces'],
  ['abortion related', null],
  ['airports & aircraft', 'infrastructure'],
  ['government (diplomatic)', 'diplomatic'],
  ['educational institution', 'civilians'],
  ['food or water supply', 'infrastructure'],
  ['journalists & media', 'media-other'],
  ['maritime', 'infrastructure'],
  ['ngo', 'civilians'],
  ['other', 'media-other'],
  ['private citizens & property', 'civilians'],
  ['religious figures/institutions', 'civilians'],
  ['telecommunication', 'infrastructure'],
  ['terrorists/non-state militia', null],
  ['tourists', 'civilians'],
  ['transportation', 'infrastructure'],
  ['unknown', null],
  ['utilities', 'infrastructure'],
  ['violent political party', null],
];

/** Our class of a GTD target; null for what has none, undefined for what is no target type of GTD. */
export function gtdTarget({ targtype1, targtype1_txt }: GtdRow): TargetType | null | undefined {
  if (targtype1_txt === '') return TARGETS[(targtype1 ?? 0) - 1]?.[1];
  const name = foldText(targtype1_txt);
  return TARGETS.find(([known]) => known === name)?.[1];
}

/** In the order of `attacktype1`, from 1. */
const ATTACKS = [
  'assassination',
  'armed assault',
  'bombing/explosion',
  'hijacking',
  'hostage taking (barricade incident)',
  'hostage taking (kidnapping)',
  'facility/infrastructure attack',
  'unarmed assault',
];

type Type = Pick<Incident, 'eventType' | 'subEventType'>;

const ATTACK: Type = { eventType: 'Violence against civilians', subEventType: 'Attack' };
const ABDUCTION: Type = { eventType: 'Violence against civilians', subEventType: 'Abduction/forced disappearance' };
const CLASH: Type = { eventType: 'Battles', subEventType: 'Armed clash' };
const DAMAGE: Type = { eventType: 'Strategic developments', subEventType: 'Looting/property destruction' };

/**
 * ACLED's type of an attack by GTD's attack type, weapon and target; null where GTD does not know it. What is done to police
 * and soldiers under arms is a clash to ACLED.
 */
export function gtdType(cells: GtdRow): Type | null {
  const { attacktype1, attacktype1_txt } = cells;
  const name = attacktype1_txt === '' ? ATTACKS[(attacktype1 ?? 0) - 1] : foldText(attacktype1_txt);
  switch (name) {
    case 'assassination':
    case 'armed assault':
      return gtdTarget(cells) === 'security-forces' ? CLASH : ATTACK;
    case 'bombing/explosion':
      return { eventType: 'Explosions/Remote violence', subEventType: explosionOf(cells) };
    case 'hijacking':
    case 'hostage taking (barricade incident)':
    case 'hostage taking (kidnapping)':
      return ABDUCTION;
    case 'facility/infrastructure attack':
      return DAMAGE;
    case 'unarmed assault':
      return isChemical(cells) ? { eventType: 'Explosions/Remote violence', subEventType: 'Chemical weapon' } : ATTACK;
    default:
      return null;
  }
}

function explosionOf(cells: GtdRow): Incident['subEventType'] {
  const weapon = foldText(cells.weapsubtype1_txt);
  if (cells.suicide === 1) return 'Suicide bomb';
  if (isChemical(cells)) return 'Chemical weapon';
  if (weapon === 'grenade') return 'Grenade';
  return weapon.startsWith('projectile') ? 'Shelling/artillery/missile attack' : 'Remote explosive/landmine/IED';
}

const CHEMICAL_WEAPON = 2;

function isChemical({ weaptype1, weaptype1_txt }: GtdRow): boolean {
  return weaptype1_txt === '' ? weaptype1 === CHEMICAL_WEAPON : foldText(weaptype1_txt) === 'chemical';
}
