import { EVENT_TYPES } from '@corridor/domain';
import { eventTypeColor } from '../../../components/event-type.tsx';
import { useFormat } from '../../../lib/use-format.ts';
import classes from './marks.module.css';

const WIDTH = 4.5;
const GAP = 1.5;

/** A ring split by event type with a count inside, centred on 0,0. */
export function Ring({
  count,
  byType,
  radius,
}: {
  readonly count: number;
  readonly byType: readonly number[];
  readonly radius: number;
}) {
  const format = useFormat();
  const middle = radius - WIDTH / 2;
  const around = 2 * Math.PI * middle;
  const parts = EVENT_TYPES.map((type, index) => ({ type, share: (byType[index] ?? 0) / count })).filter(
    ({ share }) => share > 0,
  );
  const gap = parts.length > 1 ? GAP : 0;
  let before = 0;
  return (
    <>
      <circle r={radius + 1.5} className={classes.halo} />
      <circle r={radius - 2} className={classes.inside} />
      {parts.map(({ type, share }) => {
        const start = before;
        before += share;
        return (
          <circle
            key={type}
            r={middle}
            fill="none"
            stroke={eventTypeColor(type)}
            strokeWidth={WIDTH}
            strokeDasharray={`${Math.max(0.5, share * around - gap)} ${around}`}
            strokeDashoffset={-start * around}
            transform="rotate(-90)"
          />
        );
      })}
      <text className={classes.count} y={radius > 14 ? 4.5 : 4} fontSize={radius > 15 ? 13 : 12}>
        {format.count(count)}
      </text>
    </>
  );
}
