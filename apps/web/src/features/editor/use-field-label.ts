import { CASUALTY_KINDS } from '@corridor/domain';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldName } from './field-names.ts';

const ROW_FIELDS = [
  'name',
  'claim',
  'kind',
  'toll',
  'by',
  'source',
  'note',
  'publisher',
  'title',
  'url',
  'date',
] as const;
const PLACE_FIELDS = ['name', 'province', 'district', 'latitude', 'longitude', 'precision'] as const;
const WHEN_FIELDS = ['start', 'end', 'precision'] as const;

/** The name of the field at a path, as its label says it: "Source 2, web address". */
export function useFieldLabel(): (path: string) => string {
  const { t } = useTranslation('editor');
  return useCallback(
    (path) => {
      const name = fieldName(path);
      if (name === null) return path;
      const { field, part, row } = name;
      if (part === 'occurred') return t(`when.${WHEN_FIELDS.find((one) => one === field) ?? 'start'}`);
      if (part === 'place') return t(`where.${PLACE_FIELDS.find((one) => one === field) ?? 'name'}`);
      if (part === 'casualties') return t(`kind.${CASUALTY_KINDS.find((one) => one === field) ?? 'killed'}`);
      if (part === 'actors' || part === 'claims' || part === 'sources') {
        const own = ROW_FIELDS.find((one) => one === field);
        if (row === null) return t(`list.${part}`);
        return t('rowField', { row: t(`row.${part}`, { row }), field: t(`rowPart.${own ?? 'grade'}`) });
      }
      return t(`label.${part}`);
    },
    [t],
  );
}
