import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Incident, RowIssue } from '@corridor/domain';
import { describe, expect, it } from 'vitest';
import { readCsvRows } from '../csv/read-csv-rows.ts';
import type { ImportContext } from '../import-context.ts';
import { mapUcdp } from './map-ucdp.ts';

/** UCDP's file is not part of the repository. */
const FILE =
  process.env.UCDP_GED_FILE ??
  fileURLToPath(new URL('../../../../../shared/testdata/ucdp-ged-pakistan.csv', import.meta.url));

/** Knows every name that is not blank, so that no issue is about names. */
const KNOWS_ALL: ImportContext = {
  names: {
    province: (text) => text || null,
    districts: (text) => (text === '' ? [] : [{ name: text, province: 'Somewhere' }]),
    actor: (text) => text,
  },
  bounds: [60, 23, 80, 38],
  countries: new Set(['pakistan']),
  districtAt: () => null,
};

describe.skipIf(!existsSync(FILE))('the file of UCDP GED for Pakistan', () => {
  it('becomes as many records and deaths as it has', async () => {
    const context: ImportContext = { ...KNOWS_ALL, names: { ...KNOWS_ALL.names, province: () => null } };
    const file = await open(FILE);
    const records: Incident[] = [];
    const issues: RowIssue[] = [];
    for await (const batch of readCsvRows('ucdp.csv', file.createReadStream({ highWaterMark: 10_007 }))) {
      issues.push(...batch.issues);
      for (const row of batch.rows) {
        const mapped = mapUcdp(row, context);
        issues.push(...mapped.issues);
        if (mapped.record) records.push(mapped.record);
      }
    }
    // Counted with another program: rows, ids, the sum of `best`, and rows whose best lies outside of low and high.
    expect(records).toHaveLength(6416);
    expect(new Set(records.map(({ id }) => id)).size).toBe(6416);
    expect(records.reduce((sum, { casualties }) => sum + (casualties.killed?.best ?? 0), 0)).toBe(43_225);
    expect(issues.filter(({ field }) => field === 'best')).toHaveLength(200);
    expect(new Set(issues.map(({ field }) => field))).toEqual(new Set(['best', 'adm_1', 'type_of_violence']));
    expect(records.filter(({ occurred }) => occurred.precision === 'month')).toHaveLength(41);
  });
});
