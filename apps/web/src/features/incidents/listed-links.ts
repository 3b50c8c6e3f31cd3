import type { IncidentDetail, IncidentLink } from '../../lib/api/record.ts';

export interface ListedLink extends IncidentLink {
  readonly isTarget: boolean;
}

export interface ListedLinks {
  /** Always shown: what it was aimed at, and whose ring it certainly lies in. */
  readonly shown: readonly ListedLink[];
  /** Possibly inside and more than a glance takes in. */
  readonly more: readonly ListedLink[];
}

const GLANCE = 4;

/** A record's links, each once: targets first, then inside, then possibly inside, the nearest first in each. */
export function listedLinks({ targeted, near }: IncidentDetail['links']): ListedLinks {
  const targets = new Set(targeted.map(({ id }) => id));
  const inside = near.filter(({ id, relation }) => !targets.has(id) && relation === 'inside');
  const possible = near.filter(({ id, relation }) => !targets.has(id) && relation !== 'inside');
  const sure = [
    ...targeted.map((link) => ({ ...link, isTarget: true })),
    ...inside.map((link) => ({ ...link, isTarget: false })),
  ];
  const rest = possible.map((link) => ({ ...link, isTarget: false }));
  const room = Math.max(0, GLANCE - sure.length);
  const glance = rest.length <= room + 1 ? rest.length : room;
  return { shown: [...sure, ...rest.slice(0, glance)], more: rest.slice(glance) };
}
