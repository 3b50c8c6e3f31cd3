import { EVENT_TYPES, SUB_EVENT_TYPES } from '@corridor/domain';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from './choice-field.tsx';

interface TypeFieldsProps {
  readonly eventType: string;
  readonly subEventType: string;
  /** Another event type has other sub-event types: then there is none. */
  readonly onChange: (type: { readonly eventType: string; readonly subEventType: string }) => void;
}

/** The event type, and those of its sub-event types. */
export function TypeFields({ eventType, onChange, subEventType }: TypeFieldsProps) {
  const { t } = useTranslation(['bulk', 'taxonomy']);
  const type = EVENT_TYPES.find((one) => one === eventType);
  return (
    <>
      <ChoiceField
        label={t('bulk:eventType')}
        value={eventType}
        onChange={(value) => onChange({ eventType: value, subEventType: '' })}
        options={EVENT_TYPES.map((value) => ({ value, label: t(`taxonomy:type.${value}`) }))}
      />
      <ChoiceField
        label={t('bulk:subEventType')}
        value={subEventType}
        onChange={(value) => onChange({ eventType, subEventType: value })}
        options={(type ? SUB_EVENT_TYPES[type] : []).map((value) => ({ value, label: value }))}
      />
    </>
  );
}
