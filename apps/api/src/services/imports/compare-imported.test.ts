import type { Incident } from '@corridor/domain';
import type { StandingIncident } from '@corridor/store';
import { anIncident, aSource } from '@corridor/store/testing';
import { describe, expect, it } from 'vitest';
import { compareImported } from './compare-imported.ts';

const [wire, daily, own] = ['wire', 'daily', 'own'].map((name) =>
  aSource({ publisher: name, url: `https://${name}.example/1` }),
);
if (!wire || !daily || !own) throw new Error('Expected three sources');
const BASE = anIncident('one', { title: 'Told first', summary: 'Four dead', sources: [wire] });

function standing(stands: Partial<Incident>, more: Partial<StandingIncident> = {}): StandingIncident {
  const incident = { ...BASE, ...stands };
  const known = { key: 1, version: 2, revision: 2, mergedInto: null, hasDoubles: false };
  return { incident, base: BASE, withdrawn: false, ...known, ...more };
}

describe('a record of a file', () => {
  it('is new where nothing stands, and where what stands is only an import that was undone', () => {
    expect(compareImported(BASE, undefined)).toMatchObject({ kind: 'new', record: BASE });
    const withdrawn = standing({ status: 'retracted' }, { withdrawn: true });
    expect(compareImported(BASE, withdrawn)).toMatchObject({ kind: 'new', record: BASE });
  });

  it('is unchanged where the source says what it said, whatever people changed since', () => {
    const edited = standing({ title: 'People’s', status: 'confirmed', grade: { reliability: 'A', credibility: '1' } });
    expect(compareImported(BASE, edited)).toEqual({ kind: 'unchanged', record: null, conflicts: [], isNews: false });
  });

  it('changes what only the source changed and keeps what only people changed', () => {
    const killed = { low: 5, best: 5, high: 6 };
    const chineseKilled = { low: 1, best: 1, high: 1 };
    const stands = standing({ title: 'People’s', casualties: { ...BASE.casualties, chineseKilled } });
    const now = { ...BASE, summary: 'Five dead', casualties: { ...BASE.casualties, killed } };
    expect(compareImported(now, stands)).toMatchObject({
      kind: 'changed',
      record: { title: 'People’s', summary: 'Five dead', casualties: { killed, chineseKilled } },
      conflicts: [],
    });
  });

  it('conflicts where both changed a part, keeps people’s and takes the rest', () => {
    const compared = compareImported(
      { ...BASE, title: 'The source’s', summary: 'Five dead' },
      standing({ title: 'People’s' }),
    );
    expect(compared).toMatchObject({
      kind: 'conflict',
      record: { title: 'People’s', summary: 'Five dead' },
      conflicts: [{ field: 'title', imported: 'The source’s', stands: 'People’s' }],
    });
  });

  it('is no conflict where people and the source came to the same', () => {
    const both = { title: 'The same' };
    expect(compareImported({ ...BASE, ...both }, standing(both))).toEqual({
      kind: 'unchanged',
      record: null,
      conflicts: [],
      isNews: true,
    });
  });

  it('adds and takes out its own sources and leaves people’s', () => {
    const compared = compareImported({ ...BASE, sources: [daily] }, standing({ sources: [wire, own] }));
    expect(compared.record?.sources).toEqual([own, daily]);
    expect(compared.conflicts).toEqual([]);
  });

  it('takes nothing out of a source or claim that its format cannot say', () => {
    const bare = { ...wire, title: '', date: null, publisher: '' };
    expect(compareImported({ ...BASE, sources: [bare] }, standing({}))).toMatchObject({ kind: 'unchanged' });
  });

  it('takes no point away from a place that is the same in all else', () => {
    const stands = { place: { ...BASE.place, precision: 'district' as const, latitude: 26, longitude: 63 } };
    const pointless = { ...stands.place, latitude: null, longitude: null };
    const known = standing(stands, { base: { ...BASE, ...stands } });
    expect(compareImported({ ...BASE, place: pointless }, known)).toMatchObject({ kind: 'unchanged', record: null });
    expect(compareImported({ ...BASE, place: { ...pointless, name: 'Elsewhere' } }, known)).toMatchObject({
      kind: 'changed',
      record: { place: { name: 'Elsewhere', latitude: null } },
    });
  });

  it('takes no source away on which the record’s status rests', () => {
    const confirmed = { status: 'confirmed', grade: { reliability: 'A', credibility: '1' } } as const;
    const base = { ...BASE, sources: [wire, daily], ...confirmed };
    const compared = compareImported({ ...base, sources: [wire] }, standing({ ...base }, { base }));
    expect(compared).toMatchObject({ kind: 'conflict', record: null, conflicts: [{ field: 'sources' }] });
  });
});
