import { expect, it } from 'vitest';
import { BULK_PARTS, bulkWanted, NO_BULK_VALUES } from './bulk-values.ts';

it('wants nothing before a choice is made to its end', () => {
  const open = BULK_PARTS.filter((part) => bulkWanted({ ...NO_BULK_VALUES, part }) === null);
  expect(open).toEqual(['type', 'targetType', 'grade', 'status']);
  expect(bulkWanted({ ...NO_BULK_VALUES, eventType: 'Battles', subEventType: 'Mob violence' })).toBeNull();
});

it('wants the chosen part and no other', () => {
  const values = { ...NO_BULK_VALUES, targetType: 'convoy', eventType: 'Battles', subEventType: 'Armed clash' };
  expect(bulkWanted({ ...values, part: 'type' })).toEqual({
    changes: { eventType: 'Battles', subEventType: 'Armed clash' },
  });
  expect(bulkWanted({ ...values, part: 'targetType' })).toEqual({ changes: { targetType: 'convoy' } });
  expect(bulkWanted({ ...values, part: 'status', status: 'disputed' })).toEqual({ changes: {}, status: 'disputed' });
  expect(bulkWanted({ ...values, part: 'targetedSites' })).toEqual({ changes: { targetedSites: [] } });
});
