import type { District, Province } from '@corridor/domain';
import type { ImportContext } from '../import-context.ts';
import { createPlaceNames } from '../place-names.ts';

/** A small country of two provinces that lie beside each other; its districts are squares of one degree. */
export function aContext(): ImportContext {
  const district = (name: string, province: string, longitude: number, aliases: readonly string[] = []): District => ({
    name,
    aliases,
    province,
    latitude: 30.5,
    longitude,
    boundaryId: name,
    boundaryMatch: 'own',
  });
  const province = (name: string, shortName: string): Province => ({
    name,
    shortName,
    aliases: [],
    boundaryId: name,
    label: [66, 30],
  });
  return {
    names: createPlaceNames({
      provinces: [province('Westmark', 'WM'), province('Eastmark', 'EM')],
      districts: [
        district('Harbour', 'Westmark', 65.5, ['Harbor']),
        district('Quarry', 'Westmark', 66.5),
        district('Orchard', 'Eastmark', 67.5),
      ],
      actors: [{ name: 'BLA', aliases: ['Baloch Liberation Army'], kind: 'militant', note: '' }],
    }),
    bounds: [60, 24, 78, 37],
    countries: new Set(['testland', 'tst', '586', '770', '153']),
    districtAt: (longitude, latitude) =>
      latitude < 30 || latitude > 31
        ? null
        : ((
            [
              [65, 'Harbour'],
              [66, 'Quarry'],
              [67, 'Orchard'],
            ] as const
          ).find(([west]) => west <= longitude && longitude < west + 1)?.[1] ?? null),
  };
}
