import classes from './sparkline.module.css';

/** Bars without axes. The last `now` are the period, the ones before it are pale. Zero is drawn as nothing on the base line. */
export function Sparkline({
  values,
  now,
  width = 100,
  height = 22,
}: {
  readonly values: readonly number[];
  readonly now: number;
  readonly width?: number;
  readonly height?: number;
}) {
  const max = Math.max(1, ...values);
  const step = width / Math.max(1, values.length);
  return (
    <svg className={classes.spark} width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <line x1="0" x2={width} y1={height - 0.5} y2={height - 0.5} />
      {values.map((value, index) => {
        const barHeight = ((height - 2) * value) / max;
        return value > 0 ? (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its position in time
            key={index}
            x={index * step + 0.5}
            y={height - 1 - barHeight}
            width={Math.max(1, step - 1)}
            height={barHeight}
            className={index >= values.length - now ? classes.now : classes.before}
          />
        ) : null;
      })}
    </svg>
  );
}
