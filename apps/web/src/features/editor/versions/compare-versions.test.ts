import type { Draft } from '@corridor/domain';
import { describe, expect, it } from 'vitest';
import { applyChoices } from '../../../lib/record-parts/apply-choices.ts';
import { checkForm } from '../values/check-form.ts';
import { EMPTY_FORM } from '../values/form-values.ts';
import { compareVersions, obviousChoices } from './compare-versions.ts';

const BASE = makeBase();
const source = (url: string): Draft['sources'][number] => ({
  publisher: '',
  title: '',
  url,
  date: null,
  grade: null,
  basedOn: '',
});
const toll = (best: number) => ({ low: best, best, high: best });

describe('two versions with one beginning', () => {
  const mine: Draft = {
    ...BASE,
    title: 'Mine',
    notes: 'mine',
    sources: [source('https://a.example/')],
    casualties: { ...BASE.casualties, killed: toll(3) },
  };
  const theirs: Draft = {
    ...BASE,
    title: 'Theirs',
    eventType: 'Riots',
    subEventType: 'Mob violence',
    sources: [source('https://b.example/')],
    casualties: { ...BASE.casualties, wounded: toll(7) },
  };
  const differences = compareVersions(BASE, mine, theirs);

  it('says who has changed what', () => {
    expect(Object.fromEntries(differences.map(({ part, changedBy }) => [part, changedBy]))).toEqual({
      title: 'both',
      type: 'others',
      killed: 'me',
      wounded: 'others',
      sources: 'both',
      notes: 'me',
    });
  });

  it('gives a part to who alone has changed it, and leaves the others to choose', () => {
    expect(Object.fromEntries(obviousChoices(differences))).toEqual({
      type: 'theirs',
      killed: 'mine',
      wounded: 'theirs',
      notes: 'mine',
    });
  });

  it('loses nothing typed where nothing was chosen, and joins lists where both were', () => {
    const choices = new Map([...obviousChoices(differences), ['sources', 'both'] as const]);
    const parts = differences.map(({ part }) => part);
    const merged = applyChoices(mine, theirs, parts, choices);
    expect(merged).toEqual({
      ...theirs,
      title: 'Mine',
      notes: 'mine',
      sources: [source('https://b.example/'), source('https://a.example/')],
      casualties: { ...BASE.casualties, killed: toll(3), wounded: toll(7) },
    });
  });

  it('finds no difference where both say the same', () => {
    expect(compareVersions(BASE, mine, { ...mine })).toEqual([]);
  });
});

function makeBase(): Draft {
  const checked = checkForm(
    {
      ...EMPTY_FORM,
      title: 'Base',
      eventType: 'Battles',
      subEventType: 'Armed clash',
      targetType: 'convoy',
      occurred: { start: '2026-01-01', end: '', precision: 'day' },
      place: { ...EMPTY_FORM.place, precision: 'country' },
    },
    { withReason: false },
  );
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  return checked.draft;
}
