import type { Icon } from '@tabler/icons-react';
import type { ComponentPropsWithRef } from 'react';
import classes from './bar-button.module.css';

interface BarButtonProps extends ComponentPropsWithRef<'button'> {
  readonly icon: Icon;
  readonly label: string;
}

/** A tool of the bar: icon and word, the icon alone below 1280 px. Passes on what a menu or popover gives its target. */
export function BarButton({ icon: Icon, label, className, ...props }: BarButtonProps) {
  return (
    <button type="button" {...props} className={`${classes.tool} ${className ?? ''}`} aria-label={label} title={label}>
      <Icon size={16} stroke={1.5} aria-hidden="true" />
      <span>{label}</span>
    </button>
  );
}
