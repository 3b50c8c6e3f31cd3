import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './item-list.module.css';

/** Things of one kind, a row for each. */
export function ItemList({ children, label }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ul className={classes.list} aria-label={label}>
      {children}
    </ul>
  );
}

interface ItemProps {
  readonly title: ReactNode;
  /** What is known of it, in the order of its weight. */
  readonly facts: readonly (string | null)[];
  readonly action?: ReactNode;
}

export function Item({ action, facts, title }: ItemProps) {
  const known = facts.filter((fact) => fact !== null);
  return (
    <li className={classes.item}>
      <div className={classes.main}>
        <div className={classes.title}>{title}</div>
        <div className={classes.facts}>
          {known.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </div>
      </div>
      {action}
    </li>
  );
}

export function Tag({ children, strong = false }: { readonly children: ReactNode; readonly strong?: boolean }) {
  return (
    <span className={classes.tag} data-strong={strong || undefined}>
      {children}
    </span>
  );
}

const ROWS = [1, 2];

export function ItemSkeletons() {
  return (
    <div className={classes.list} aria-busy="true">
      {ROWS.map((row) => (
        <div key={row} className={classes.item}>
          <div className={classes.main}>
            <Skeleton height={14} width="40%" my={2} radius="sm" />
            <Skeleton height={12} width="70%" my={2} radius="sm" />
          </div>
        </div>
      ))}
    </div>
  );
}
