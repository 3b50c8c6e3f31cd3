import type { Draft } from '@corridor/domain';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../lib/api/fetch-json.ts';
import type { IncidentDetail } from '../../lib/api/record.ts';
import type { Attempt } from './drafts/draft-shelf.ts';
import { type FilingApi, fileOnce } from './file-once.ts';
import { checkForm } from './values/check-form.ts';
import { EMPTY_FORM } from './values/form-values.ts';

describe('fileOnce', () => {
  it('sends the same draft under the same key until an answer comes, so that one record is made', async () => {
    const server = createServer({ losesAnswers: 2 });
    const draft = makeDraft('First');
    const { remembered, file } = createClient(server.api);
    await expect(file(draft)).rejects.toThrow('network');
    await expect(file(draft)).rejects.toThrow('network');
    expect(await file(draft)).toMatchObject({ title: 'First', version: 1 });
    expect(server.records()).toHaveLength(1);
    expect(remembered()?.key).toMatch(/^[0-9a-f]{32}$/);
  });

  it('makes what was typed since a lost answer a change of the record that was made', async () => {
    const server = createServer({ losesAnswers: 1 });
    const { file } = createClient(server.api);
    await expect(file(makeDraft('First'))).rejects.toThrow('network');
    expect(await file(makeDraft('Second'))).toMatchObject({ title: 'Second', version: 2 });
    expect(server.records()).toHaveLength(1);
  });

  it('begins anew where the server refused, under another key', async () => {
    const server = createServer({ refuses: 'First' });
    const { remembered, file } = createClient(server.api);
    await expect(file(makeDraft('First'))).rejects.toThrow('refused');
    expect(remembered()).toBeNull();
    expect(await file(makeDraft('Second'))).toMatchObject({ title: 'Second', version: 1 });
  });

  it('files what stands now where an earlier attempt, lost on its way, is refused', async () => {
    const server = createServer({ refuses: 'First' });
    const { file } = createClient(server.api, { key: 'a'.repeat(32), draft: makeDraft('First') });
    expect(await file(makeDraft('Second'))).toMatchObject({ title: 'Second', version: 1 });
    expect(server.records()).toHaveLength(1);
  });
});

function createClient(api: FilingApi, first: Attempt | null = null) {
  let attempt = first;
  return {
    remembered: () => attempt,
    file: (draft: Draft) =>
      fileOnce(
        {
          draft,
          earlier: attempt,
          reason: 'completed',
          remember: (next) => {
            attempt = next;
          },
        },
        api,
      ),
  };
}

/** A server that keeps what it took by key, as ours does, and whose answers can be lost. */
function createServer({ losesAnswers = 0, refuses }: { losesAnswers?: number; refuses?: string }) {
  const byKey = new Map<string, IncidentDetail>();
  let lost = 0;
  const api: FilingApi = {
    file: async (draft, key) => {
      if (draft.title === refuses) throw new ApiError(400, 'refused');
      const known = byKey.get(key);
      const record = known ?? toDetail(draft, `cw-${byKey.size + 1}`, 1);
      byKey.set(key, record);
      if (lost++ < losesAnswers) throw new TypeError('network');
      return record;
    },
    change: async (id, version, { changes }) => {
      const [key, record] = [...byKey].find(([, one]) => one.id === id) ?? [];
      if (!record || key === undefined || record.version !== version) throw new ApiError(412, 'stale');
      const changed = Object.assign({}, record, changes, { version: version + 1 });
      byKey.set(key, changed);
      return changed;
    },
  };
  return { api, records: () => [...byKey.values()] };
}

function toDetail(draft: Draft, id: string, version: number): IncidentDetail {
  return {
    ...draft,
    ...{ id, version, revision: version, status: 'reported', origin: 'test', licence: 'test' },
    ...{
      key: 1,
      severity: 1,
      chinese: false,
      links: { targeted: [], near: [] },
      versions: [],
      reportedBy: null,
      mergedInto: null,
      doubles: [],
    },
  };
}

function makeDraft(title: string): Draft {
  const checked = checkForm(
    {
      ...EMPTY_FORM,
      title,
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
