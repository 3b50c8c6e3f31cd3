import { incidentSchema } from '@corridor/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestOfVersion } from './audit/written-versions.ts';
import { ofImage, toImage } from './record-image.ts';
import { signatureOf, toSource, toSourceRow } from './source-row.ts';
import { anIncident, anyIncident, aSource } from './testing/any-incident.ts';

const any = anyIncident(fc.constant('one'));

test('a record comes back from its image as it was', () => {
  fc.assert(
    fc.property(any, (drawn) => {
      const incident = incidentSchema.parse(drawn);
      expect(ofImage(toImage(incident))).toEqual(incident);
      expect(incident.sources.map(toSourceRow).map(toSource)).toEqual(incident.sources);
    }),
    { seed: 6 },
  );
});

test('a record without claims and grades of sources has the digest that it had before there were any', () => {
  const stamp = { version: 1, revision: 1, at: '2026-10-07T04:30:00.123000Z', by: 'Amna', reason: 'a test' };
  const image = toImage(anIncident('one'));
  expect(image).not.toHaveProperty('claims');
  const digest = digestOfVersion({ kind: 'incident', id: 'one', mergedInto: null, ...stamp, record: image });
  expect(digest.toString('hex')).toBe('2d89c15aef9212c489b3ef7047fe78365d9f0395b24ec84d16feb259a9307b4f');
});

test('a source that says nothing new keeps its signature; a grade and what it repeats make another', () => {
  const grade = { reliability: 'B', credibility: '2' } as const;
  const variants = [aSource(), aSource({ grade }), aSource({ basedOn: 'AFP' }), aSource({ grade, basedOn: 'AFP' })];
  const signatures = variants.map(signatureOf);
  expect(signatures[0]).toBe('3f04bbc6-6cfc-c90f-1bb9-d0be27d2775e');
  expect(new Set(signatures).size).toBe(4);
});
