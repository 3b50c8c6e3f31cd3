import {
  ALL_SUB_EVENT_TYPES,
  type CodedField,
  DATE_PRECISIONS,
  EVENT_TYPES,
  foldText,
  PLACE_PRECISIONS,
  TARGET_TYPES,
} from '@corridor/domain';
import { useTranslation } from 'react-i18next';

interface Option {
  readonly value: string;
  readonly label: string;
}

/** Our words for the fields that have a vocabulary, as choices. */
export function useCodedWords(): Readonly<Record<CodedField, readonly Option[]>> {
  const { t } = useTranslation('taxonomy');
  const asTheyAre = (codes: readonly string[]) => codes.map((value) => ({ value, label: value }));
  return {
    eventType: asTheyAre(EVENT_TYPES),
    subEventType: asTheyAre(ALL_SUB_EVENT_TYPES),
    targetType: TARGET_TYPES.map((value) => ({ value, label: t(`targetType.${value}`) })),
    datePrecision: asTheyAre(DATE_PRECISIONS),
    placePrecision: PLACE_PRECISIONS.map((value) => ({ value, label: t(`placePrecision.${value}`) })),
  };
}

/** The word of ours that a value is as it stands; empty where it is none. */
export function ownWord(options: readonly Option[], value: string): string {
  const folded = foldText(value);
  return options.find((option) => foldText(option.value) === folded)?.value ?? '';
}
