import { Calendar } from '../../features/trends/calendar.tsx';
import { ComparisonBars } from '../../features/trends/comparison-bars.tsx';
import { Figures } from '../../features/trends/figures.tsx';
import { TrendChart } from '../../features/trends/trend-chart.tsx';
import classes from './trends-page.module.css';

export function TrendsPage() {
  return (
    <div className={classes.scroll}>
      <div className={classes.page}>
        <Figures />
        <div className={classes.charts}>
          <TrendChart className={classes.wide} />
          <ComparisonBars by="actor" limit={9} />
          <ComparisonBars by="province" limit={8} />
          <ComparisonBars by="targetType" limit={8} />
          <Calendar />
        </div>
      </div>
    </div>
  );
}
