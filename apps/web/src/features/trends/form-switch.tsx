import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useView } from '../../lib/view/use-view.ts';
import { TREND_FORMS } from '../../lib/view/view.ts';

/** Chooses the form of the long view. */
export function FormSwitch() {
  const { t } = useTranslation('trends');
  const { view, patch } = useView();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('form')}
      value={view.trend ?? 'monthly'}
      onChange={(value) => patch({ trend: TREND_FORMS.find((form) => form === value && form !== 'monthly') })}
      data={TREND_FORMS.map((value) => ({ value, label: t(`tabs.${value}`) }))}
    />
  );
}
