import type { SiteStatus } from '@corridor/domain';

export type RouteForm = 'built' | 'building' | 'planned';

/** How a route's line is drawn by its status. */
export function routeForm(status: SiteStatus): RouteForm {
  if (status === 'operational' || status === 'completed') return 'built';
  return status === 'under-construction' ? 'building' : 'planned';
}
