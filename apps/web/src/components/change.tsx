import { useFormat } from '../lib/use-format.ts';
import classes from './change.module.css';

const MIN_BASE_FOR_PERCENT = 10;

/** Change against the period before, with its count. A per cent is added only where the base is 10 or more. */
export function Change({
  now,
  before,
  percent = false,
}: {
  readonly now: number;
  readonly before: number;
  readonly percent?: boolean;
}) {
  const format = useFormat();
  const difference = now - before;
  const share = Math.round((difference / before) * 100);
  return (
    <span className={difference > 0 ? classes.more : classes.same}>
      {format.change(difference)}
      {percent && before >= MIN_BASE_FOR_PERCENT && (
        <small>
          {' '}
          ({share >= 0 ? '+' : '−'}
          {Math.abs(share)}%)
        </small>
      )}
    </span>
  );
}
