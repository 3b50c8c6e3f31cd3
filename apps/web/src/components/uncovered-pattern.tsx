import classes from './uncovered-pattern.module.css';

/** The hatching of stretches that no source covers, for the `defs` of a drawing: wider than that of what is not over. */
export function UncoveredPattern({ id }: { readonly id: string }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
      <rect width="6" height="6" className={classes.ground} />
      <rect width="1" height="6" className={classes.line} />
    </pattern>
  );
}
