import { SUB_EVENT_TYPES } from '@corridor/domain';
import { describe, expect, it } from 'vitest';
import {
  chosenOfType,
  chosenSubTypes,
  toggleDistrict,
  toggleProvince,
  toggleSubType,
  toggleType,
} from './choose-values.ts';
import { changeFilter } from './filter-part.ts';

describe('types and sub-types', () => {
  it('writes whole types as types', () => {
    const one = changeFilter({}, toggleType({}, 'Riots'));
    expect(one).toEqual({ type: ['Riots'] });
    expect(changeFilter(one, toggleType(one, 'Battles'))).toEqual({ type: ['Battles', 'Riots'] });
    expect(changeFilter(one, toggleType(one, 'Riots'))).toEqual({});
  });

  it('never writes types and sub-types together, since each would cut the other', () => {
    const filter = changeFilter({ type: ['Riots'] }, toggleSubType({ type: ['Riots'] }, 'Suicide bomb'));
    expect(filter).toEqual({ subType: ['Violent demonstration', 'Mob violence', 'Suicide bomb'] });
  });

  it('goes back to a type when its last sub-type is chosen', () => {
    const filter = { subType: ['Violent demonstration'] as const };
    expect(changeFilter(filter, toggleSubType(filter, 'Mob violence'))).toEqual({ type: ['Riots'] });
  });

  it('reads a filter with both as what both let through', () => {
    const chosen = chosenSubTypes({ type: ['Riots', 'Battles'], subType: ['Mob violence', 'Suicide bomb'] });
    expect([...chosen]).toEqual(['Mob violence']);
    expect(chosenOfType(chosen, 'Riots')).toBe('some');
    expect(chosenOfType(chosen, 'Battles')).toBe('none');
    expect(chosenOfType(new Set(SUB_EVENT_TYPES.Battles), 'Battles')).toBe('all');
  });
});

describe('places', () => {
  it('takes districts in the place of provinces and the other way round', () => {
    const filter = { province: ['North'], district: ['Harbour'] };
    expect(changeFilter(filter, toggleDistrict(filter, 'Hill'))).toEqual({ district: ['Harbour', 'Hill'] });
    expect(changeFilter(filter, toggleProvince(filter, 'North'))).toEqual({});
  });
});
