import { EVENT_TYPES, type Filter, VIOLENT_TYPES } from '@corridor/domain';
import { beforeAll, describe, expect, it } from 'vitest';
import { i18n, startI18n } from '../../lib/i18n.ts';
import { createFormat } from '../../lib/use-format.ts';
import type { Screen } from '../../lib/view/screen-filter.ts';
import { buildChips, type ChipContext, removeChip } from './chips.ts';

const LAST_DAY = '2024-04-12';
const NAMES: Readonly<Record<string, string>> = { harbour: 'Harbour', pass: 'Pass Road' };

let context: ChipContext;
beforeAll(async () => {
  await startI18n();
  context = {
    t: i18n.getFixedT('en', ['filters', 'taxonomy', 'common']),
    format: createFormat(i18n.getFixedT('en', 'common'), 'en-GB'),
    locale: 'en-GB',
    screen: 'map',
    lastDay: LAST_DAY,
    siteName: (id) => NAMES[id] ?? id,
    provinceName: (name) => (name === 'Northern Territory' ? 'North' : name),
  };
});

function sentence(filter: Filter, screen: Screen = 'map'): string {
  return buildChips(filter, { ...context, screen })
    .flatMap(({ lead, text, tail = '' }) => [lead, `[${text}]`, tail])
    .filter((word) => word !== '')
    .join(' ');
}

describe('buildChips', () => {
  it('reads as a sentence', () => {
    const filter: Filter = {
      type: ['Battles', 'Explosions/Remote violence', 'Violence against civilians'],
      from: '2024-01-01',
      to: '2024-12-31',
      province: ['Northern Territory'],
      site: ['harbour'],
      radiusKm: 25,
    };
    expect(sentence(filter)).toBe(
      '[Explosions, battles and violence against civilians] in [1 Jan to 31 Dec 2024] [North] within 25 km of [Harbour]',
    );
  });

  it('names exactly the violent types as one, and all six as another', () => {
    expect(sentence({ type: VIOLENT_TYPES })).toBe('[All violence]');
    expect(sentence({ type: EVENT_TYPES })).toBe('[All event types]');
    expect(sentence({ type: VIOLENT_TYPES.slice(1) })).toBe(
      '[Battles, violence against civilians, riots and protests]',
    );
  });

  it('says what a period is compared with where the screen compares', () => {
    const year: Filter = { from: '2023-04-13', to: LAST_DAY };
    expect(sentence(year, 'trends')).toBe('in the [12 months to 12 Apr 2024] against the 12 months before');
    expect(sentence(year, 'map')).toBe('in [13 Apr 2023 to 12 Apr 2024]');
    expect(sentence({ from: '2024-03-01', to: '2024-03-10' }, 'regions')).toBe(
      'in [1 Mar to 10 Mar 2024] against the 10 days before',
    );
    expect(sentence({ from: '2024-03-01' }, 'trends')).toBe('[since 1 Mar 2024]');
  });

  it('tells certainly inside from possibly inside', () => {
    const near: Filter = { site: ['harbour'], route: ['pass'] };
    expect(sentence(near)).toBe('in the ring of [Harbour or Pass Road]');
    expect(sentence({ ...near, certainty: 'inside' })).toBe('certainly in the ring of [Harbour or Pass Road]');
    expect(sentence({ certainty: 'inside', area: { kind: 'box', bbox: [1, 2, 3, 4] } })).toBe('certainly in [a box]');
  });

  it('shortens long lists', () => {
    expect(sentence({ actor: ['A', 'B', 'C'] })).toBe('by [A, B or C]');
    expect(sentence({ actor: ['A', 'B', 'C', 'D'] })).toBe('by [A, B and 2 more]');
  });

  it('has a chip for every other part', () => {
    const filter: Filter = {
      q: 'bridge',
      targetType: ['convoy'],
      targetedSite: ['harbour'],
      minSeverity: 3,
      chinese: false,
      status: ['confirmed'],
      grade: ['B1'],
    };
    expect(sentence(filter)).toBe(
      'matching [“bridge”] against [convoys] aimed at [Harbour] of [severity 3 serious or more] ' +
        'with [no Chinese nationals affected] that are [confirmed] of [grade B1]',
    );
  });
});

describe('removeChip', () => {
  const extent = { firstDay: '2010-05-03', lastDay: LAST_DAY };

  it('takes a part out of the URL', () => {
    const filter: Filter = { site: ['harbour'], radiusKm: 5, certainty: 'inside', q: 'x' };
    expect(removeChip(filter, 'near', [], extent)).toEqual({ q: 'x' });
  });

  it('puts all types or the whole extent in the place of an assumed part', () => {
    expect(removeChip({ q: 'x' }, 'type', ['type', 'period'], extent)).toEqual({ q: 'x', type: EVENT_TYPES });
    expect(removeChip({ q: 'x' }, 'period', ['period'], extent)).toEqual({ q: 'x', from: '2010-05-03', to: LAST_DAY });
  });
});
