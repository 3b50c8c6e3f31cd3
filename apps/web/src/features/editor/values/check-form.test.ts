import { draftSchema } from '@corridor/domain';
import { describe, expect, it } from 'vitest';
import { checkForm } from './check-form.ts';
import { EMPTY_FORM, type FormValues, newActor, newClaim, newSource } from './form-values.ts';

const FILLED: FormValues = {
  ...EMPTY_FORM,
  title: 'Roadside bomb near Gwadar',
  eventType: 'Explosions/Remote violence',
  subEventType: 'Remote explosive/landmine/IED',
  targetType: 'convoy',
  occurred: { start: '2026-03-04', end: '', precision: 'day' },
  place: { ...EMPTY_FORM.place, name: 'Gwadar', precision: 'place', latitude: '25.13', longitude: '62.32' },
};

const check = (change: Partial<FormValues>, withReason = false) => checkForm({ ...FILLED, ...change }, { withReason });
const faults = (change: Partial<FormValues>, withReason = false) => {
  const checked = check(change, withReason);
  return checked.ok ? [] : checked.faults.map(({ path, key }) => `${path} ${key}`);
};

describe('checkForm', () => {
  it('gives a draft that the record’s schema takes, with one figure as a whole range and the day as its last', () => {
    const casualties = { ...FILLED.casualties, killed: { low: '', best: '3', high: '' } };
    const checked = check({ casualties });
    if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
    expect(draftSchema.parse(checked.draft)).toEqual(checked.draft);
    expect(checked.draft.casualties.killed).toEqual({ low: 3, best: 3, high: 3 });
    expect(checked.draft.casualties.wounded).toBeNull();
    expect(checked.draft.occurred.end).toBe('2026-03-04');
  });

  it('names what an empty form lacks, and not what is only missing because something else is', () => {
    const checked = checkForm(EMPTY_FORM, { withReason: true });
    expect(checked.ok ? [] : checked.faults.map(({ path }) => path).sort()).toEqual([
      'eventType',
      'occurred.start',
      'place.precision',
      'reason',
      'targetType',
      'title',
    ]);
  });

  it('finds figures that are no whole numbers, do not go upwards, or have no best', () => {
    const killed = (low: string, best: string, high: string) => ({
      casualties: { ...FILLED.casualties, killed: { low, best, high } },
    });
    expect(faults(killed('', '3.5', ''))).toContain('casualties.killed.best wholeNumber');
    expect(faults(killed('5', '3', '9'))).toEqual(['casualties.killed.best tollOrder']);
    expect(faults(killed('5', '', '9'))).toEqual(['casualties.killed.best required']);
    expect(faults(killed('', '2000000', ''))).toContain('casualties.killed.best tollTooLarge');
  });

  it('finds half a point, degrees beyond the Earth, and a district that is needed', () => {
    expect(faults({ place: { ...FILLED.place, longitude: '' } })).toEqual(['place.longitude bothCoordinates']);
    expect(faults({ place: { ...FILLED.place, latitude: '95' } })).toEqual(['place.latitude degrees']);
    expect(faults({ place: { ...FILLED.place, latitude: '25° N' } })).toEqual(['place.latitude degrees']);
    expect(faults({ place: { ...FILLED.place, precision: 'district' } })).toEqual(['place.district districtNeeded']);
  });

  it('finds what is wrong with a row where it is', () => {
    const rows = {
      actors: [newActor()],
      claims: [{ ...newClaim('killed'), by: 'police' }],
      sources: [
        { ...newSource(), url: 'dawn.com' },
        { ...newSource(), url: 'https://dawn.com/1', grade: { reliability: 'B', credibility: '' } },
      ],
    };
    expect(faults(rows)).toEqual([
      'actors.0.name required',
      'claims.0.toll.best required',
      'sources.0.url webAddress',
      'sources.1.grade.credibility gradeBoth',
    ]);
  });

  it('finds a last day before the first, and letters that turn the writing direction', () => {
    expect(faults({ occurred: { start: '2026-03-04', end: '2026-03-01', precision: 'day' } })).toEqual([
      'occurred.end dateOrder',
    ]);
    expect(faults({ title: 'Bomb \u202egnihtemos' })).toEqual(['title characters']);
  });
});
