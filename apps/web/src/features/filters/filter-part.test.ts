import { FILTER_KEYS } from '@corridor/domain';
import { describe, expect, it } from 'vitest';
import { changeFilter, FILTER_PARTS, hasPart, PART_KEYS, withoutPart } from './filter-part.ts';

describe('filter parts', () => {
  it('cover every key of a filter but certainty, which goes with near and area', () => {
    const covered = FILTER_PARTS.flatMap((part) => PART_KEYS[part]);
    expect([...covered, 'certainty'].sort()).toEqual([...FILTER_KEYS].sort());
  });

  it('change and leave the rest', () => {
    expect(changeFilter({ q: 'a', minSeverity: 3 }, { q: undefined, status: ['confirmed'] })).toEqual({
      minSeverity: 3,
      status: ['confirmed'],
    });
  });

  it('drop empty lists, and a radius and certainty that go with nothing', () => {
    expect(changeFilter({ site: ['a'], radiusKm: 5, certainty: 'inside' }, { site: [] })).toEqual({});
    expect(withoutPart({ site: ['a'], radiusKm: 5, certainty: 'inside', chinese: false }, 'near')).toEqual({
      chinese: false,
    });
  });

  it('keep the radius while a route is left, and the certainty while an area is', () => {
    expect(changeFilter({ site: ['a'], route: ['r'], radiusKm: 5 }, { site: [] })).toEqual({
      route: ['r'],
      radiusKm: 5,
    });
    const area = { kind: 'circle', center: [1, 2], radiusKm: 3 } as const;
    expect(withoutPart({ site: ['a'], certainty: 'inside', area }, 'near')).toEqual({ certainty: 'inside', area });
  });

  it('are there when one of their keys is', () => {
    expect(hasPart({ chinese: false }, 'chinese')).toBe(true);
    expect(hasPart({ to: '2024-01-01' }, 'period')).toBe(true);
    expect(hasPart({ q: 'x' }, 'near')).toBe(false);
  });
});
