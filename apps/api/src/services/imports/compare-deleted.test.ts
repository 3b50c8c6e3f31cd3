import type { Incident } from '@corridor/domain';
import type { StandingIncident } from '@corridor/store';
import { anIncident } from '@corridor/store/testing';
import { describe, expect, it } from 'vitest';
import { compareDeleted } from './compare-deleted.ts';
import { compareImported } from './compare-imported.ts';

const BASE = anIncident('acled-1', { title: 'Told first', origin: 'acled' });
const DELETION = { id: 'acled-1', origin: 'acled', row: 7 };

function standing(stands: Partial<Incident> = {}, more: Partial<StandingIncident> = {}): StandingIncident {
  const known = { key: 1, version: 2, revision: 2, mergedInto: null, hasDoubles: false };
  return { incident: { ...BASE, ...stands }, base: BASE, withdrawn: false, ...known, ...more };
}

describe('a record that its source took back', () => {
  it('is retracted where it stands as the source said it', () => {
    const deleted = compareDeleted(DELETION, standing());
    expect(deleted).toMatchObject({ kind: 'deleted', record: { ...BASE, status: 'retracted' } });
    expect(deleted?.issue).toEqual({
      ...{ kind: 'deleted', row: 7, field: 'id', value: 'acled-1' },
      reason: 'was deleted at the source (acled) and is retracted',
    });
  });

  it.each([
    ['was changed by people here', standing({ title: 'People’s' })],
    ['is merged into two', standing({}, { mergedInto: 'two' })],
    ['has others merged into it', standing({}, { hasDoubles: true })],
  ])('stays, and is said once, where it %s', (why, stands) => {
    const deleted = compareDeleted(DELETION, stands);
    expect(deleted).toMatchObject({ kind: 'conflict', record: null, imported: { ...BASE, status: 'retracted' } });
    expect(deleted?.issue.reason).toBe(`was deleted at the source (acled), but ${why}: it stays as it is`);
    const told = { ...stands, base: deleted?.imported ?? BASE };
    expect(compareDeleted(DELETION, told)).toBeNull();
  });

  it.each([
    ['is not here', undefined],
    ['came by an import that was undone', standing({ status: 'retracted' }, { withdrawn: true })],
    ['is retracted already', standing({ status: 'retracted' })],
    ['is of another origin', standing({ origin: 'partner' })],
    ['was of another origin', standing({}, { base: { ...BASE, origin: 'partner' } })],
  ])('is nothing to take back where it %s', (_, stands) => {
    expect(compareDeleted(DELETION, stands)).toBeNull();
  });

  it('is back when the source has it again, with what people changed of it meanwhile', () => {
    const base: Incident = { ...BASE, status: 'retracted' };
    expect(compareImported(BASE, standing({ status: 'retracted' }, { base }))).toMatchObject({
      kind: 'changed',
      record: BASE,
    });
    const kept = standing({ title: 'People’s' }, { base });
    expect(compareImported(BASE, kept)).toMatchObject({ kind: 'unchanged', record: null, conflicts: [] });
  });
});
