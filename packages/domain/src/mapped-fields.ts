/** What of a record a column may hold. */
export const MAPPED_FIELDS = [
  'id',
  'title',
  'summary',
  'date',
  'endDate',
  'datePrecision',
  'eventType',
  'subEventType',
  'actors',
  'target',
  'targetType',
  'projectSite',
  'place',
  'province',
  'district',
  'latitude',
  'longitude',
  'position',
  'placePrecision',
  'killed',
  'wounded',
  'abducted',
  'attackersKilled',
  'chineseKilled',
  'chineseWounded',
  'sourceUrl',
  'sourcePublisher',
  'sourceTitle',
  'sourceDate',
  'notes',
] as const;
export type MappedField = (typeof MAPPED_FIELDS)[number];

/** Fields whose values have to be words of ours. */
export const CODED_FIELDS = ['subEventType', 'eventType', 'targetType', 'datePrecision', 'placePrecision'] as const;
export type CodedField = (typeof CODED_FIELDS)[number];

/** In which order figures with slashes, dots or hyphens between give a date, where the year is not first; null is not known. */
export const DATE_ORDERS = ['day-month-year', 'month-day-year'] as const;
