import { UnstyledButton } from '@mantine/core';
import classes from './facets.module.css';

/** "12 more districts": opens the rest of a list, and closes it again. */
export function MoreButton({
  text,
  expanded,
  onClick,
  sub = false,
}: {
  readonly text: string;
  readonly expanded: boolean;
  readonly onClick: () => void;
  readonly sub?: boolean;
}) {
  return (
    <UnstyledButton
      className={classes.more ?? ''}
      data-sub={sub || undefined}
      aria-expanded={expanded}
      onClick={onClick}
    >
      {text}
    </UnstyledButton>
  );
}
