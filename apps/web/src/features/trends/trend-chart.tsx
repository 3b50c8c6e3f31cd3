import { EVENT_TYPES } from '@corridor/domain';
import { useView } from '../../lib/view/use-view.ts';
import { ComparisonBars } from './comparison-bars.tsx';
import { FormSwitch } from './form-switch.tsx';
import { MonthChart } from './month-chart.tsx';

/** The long view by month or by year, or the types of the period against the one before. */
export function TrendChart({ className }: { readonly className?: string | undefined }) {
  const { view } = useView();
  const form = view.trend ?? 'monthly';
  const controls = <FormSwitch />;
  return form === 'types' ? (
    <ComparisonBars by="type" limit={EVENT_TYPES.length} controls={controls} className={className} />
  ) : (
    <MonthChart form={form} controls={controls} className={className} />
  );
}
